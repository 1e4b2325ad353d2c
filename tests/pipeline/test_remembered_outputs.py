"""Outputs made of what is remembered are those of builds without memory, whatever was edited in between."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from builder.errors import ExitCode
from builder.model.block import Output
from builder.pipeline.build import Request, build
from builder.remembered import forget_everything
from builder.theme.places import package_templates

CLINICAL = package_templates() / "clinical"
pytestmark = [pytest.mark.render, pytest.mark.slow]

Content: TypeAlias = dict[str, Any]
Edit: TypeAlias = tuple[str, str]
Built: TypeAlias = tuple[bytes, frozenset[Path]]

SHEET, REPORT_SHEET, SLIDE = "deck/deck.css", "report/report.css", "deck/slide.html.j2"
SHOWN = "{{ document.title|inlines }}"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="{}" height="9"/></svg>'
WORKS = [
    {"id": name, "type": "book", "title": f"On {name}", "issued": {"date-parts": [[2020]]}} for name in "AB"
]

CONTENT: Content = {
    "title": "A talk",
    "pointers": False,
    "theme": "mine",
    "references": WORKS,
    "keywords": ["one"],
    "sections": [
        {
            "title": "First",
            "id": "sec-first",
            "notes": "Say it",
            "content": [{"points": ["One [@A]", "Two"]}],
        },
        {
            "title": "Second",
            "content": [
                {"text": "Prose of the second"},
                {"table": {"columns": ["Key", "Value"], "rows": [["a", "1"]] * 4}, "caption": "A table"},
                {
                    "chart": {"type": "line", "data": {"k": ["a", "b"], "v": [1, 2]}, "x": "k", "y": "v"},
                    "alt": "A line",
                    "caption": "A chart",
                },
                {"figure": "own.svg", "alt": "A square", "caption": "A square"},
                {"points": ["See @sec-first"], "title": "Points again"},
            ],
        },
    ],
}
CALLED_OUT: Content = {
    "title": "Called out",
    "content": [{"points": ["One"]}, {"callout": {"kind": "note", "text": "Mind it"}}],
}


def _second(content: Content) -> list[Content]:
    blocks: list[Content] = next(one for one in content["sections"] if one["title"] == "Second")["content"]
    return blocks


def _edit_content(content: Content, kind: str, word: str) -> None:
    blocks = _second(content)
    edits: dict[str, Callable[[], Any]] = {
        "title": lambda: content.update(title=word),
        "keywords": lambda: content.update(keywords=[word]),
        "notes": lambda: content["sections"][0].update(notes=f"{word}\n\nand again"),
        "prose": lambda: blocks[0].update(text=f"{word} @sec-first"),
        "cell": lambda: blocks[1]["table"]["rows"].append([word, "2"]),
        "rows": lambda: blocks[1]["table"]["rows"].extend([[word, "2"]] * 30),
        "value": lambda: blocks[2]["chart"]["data"]["v"].reverse(),
        "zero": lambda: blocks[2]["chart"].update(range=[0.0, 3]),
        "less than zero": lambda: blocks[2]["chart"].update(range=[-0.0, 3]),
        "point": lambda: content["sections"][0]["content"][0]["points"].append(f"{word} [@B]"),
        "section": lambda: content["sections"].insert(0, {"title": word, "content": [{"points": [word]}]}),
        "callout": lambda: content["sections"].append(copy.deepcopy(CALLED_OUT)),
        "same title": lambda: blocks[-1].update(title="Second"),
    }
    edits[kind]()


CONTENT_EDITS = ("title", "keywords", "notes", "prose", "cell", "rows", "value", "zero", "less than zero", "point",
                 "section", "callout", "same title")  # fmt: skip
FILE_EDITS = ("picture", "template", "another attribute", "style sheet", "report's style sheet")
DECK_ALONE = {"notes", "template", "another attribute", "style sheet"}
"""What no briefing shows."""

REPORT_ALONE = {"report's style sheet"}
EDITS = st.lists(
    st.tuples(
        st.sampled_from((*CONTENT_EDITS, *FILE_EDITS)), st.sampled_from(["cells", "killing", "*potent*"])
    ),
    min_size=3,
    max_size=6,
)


class Project:
    """A project with a theme and a figure of its own, that is edited, and one of its outputs."""

    def __init__(self, root: Path, output: Output) -> None:
        self.root = root
        self._output = output
        self._content = copy.deepcopy(CONTENT)
        self._shown, self._width, self._rule, self._report_rule = SHOWN, "9", "", ""
        self._theme = root / "templates" / "mine"
        for part in ("deck", "report"):
            (self._theme / part).mkdir(parents=True)
        (root / "content").mkdir()
        shutil.copy(CLINICAL / "_brand.yml", self._theme)
        shutil.copytree(CLINICAL / "fonts", self._theme / "fonts")
        self._write()

    def edit(self, kind: str, word: str) -> None:
        match kind:
            case "picture":
                self._width = str(len(word))
            case "template":
                self._shown = f"{word} {self._shown}"
            case "another attribute":
                self._shown = "{{ document.keywords|join }}"
            case "style sheet":
                self._rule = f"h1.title {{ font-size: {30 + len(word)}px !important }}"
            case "report's style sheet":
                self._report_rule = f"p {{ text-indent: {len(word)}px }}"
            case _:
                _edit_content(self._content, kind, word)
        self._write()

    def _write(self) -> None:
        names = (SLIDE, SHEET, REPORT_SHEET)
        slide, sheet, report_sheet = ((CLINICAL / name).read_text("utf-8") for name in names)
        files = {
            self.root / "content" / "talk.yaml": yaml.safe_dump(self._content),
            self.root / "content" / "own.svg": SVG.format(self._width),
            self._theme / SHEET: sheet + self._rule,
            self._theme / REPORT_SHEET: report_sheet + self._report_rule,
            self._theme / SLIDE: slide.replace(SHOWN, self._shown),
        }
        for path, text in files.items():
            path.write_text(text, "utf-8")

    def rewrite(self, template: str) -> None:
        """Give the theme a template of its own, which shows other words."""
        file = self._theme / template
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"<p>Rewritten</p>{(CLINICAL / template).read_text('utf-8')}", "utf-8")

    def restore(self) -> None:
        """Take back what was edited in the content."""
        self._content = copy.deepcopy(CONTENT)
        self._write()

    def build(self) -> Built:
        """Return the bytes of the output, and the files that they are said to be made of."""
        file = self.root / "content" / "talk.yaml"
        result = build(Request(file, self.root / "output", "output", (self._output,)))
        assert result.exit_code is ExitCode.OK, (result.diagnostics, result.losses)
        (panel,) = result.panels
        assert panel.data is not None
        return panel.data, frozenset(result.world.reads)

    def build_without_memory(self) -> Built:
        """Build with nothing that earlier builds of this process or of any other have kept."""
        forget_everything()
        shutil.rmtree(self.root / ".diptych")
        return self.build()


@pytest.mark.parametrize("output", Output)
@settings(
    max_examples=5,
    phases=(Phase.generate,),
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(edits=EDITS)
def test_remembered_outputs_are_those_of_builds_without_memory(output: Output, edits: list[Edit]) -> None:
    with TemporaryDirectory() as name:
        project = Project(Path(name), output)
        project.build()
        for kind, word in edits:
            project.edit(kind, word)
            remembered = project.build()
        assert remembered == project.build_without_memory()


@pytest.mark.parametrize("kind", [*CONTENT_EDITS, *FILE_EDITS])
@pytest.mark.parametrize(("output", "not_shown"), [(Output.DECK, REPORT_ALONE), (Output.REPORT, DECK_ALONE)])
def test_each_kind_of_edit_is_seen(tmp_path: Path, output: Output, not_shown: set[str], kind: str) -> None:
    project = Project(tmp_path, output)
    before = project.build()
    project.edit(kind, "cells")
    remembered = project.build()
    assert (remembered[0] == before[0]) == (kind in not_shown)
    assert remembered == project.build_without_memory()


@pytest.mark.parametrize(("first", "then"), [("another attribute", "keywords"), ("zero", "less than zero")])
def test_an_edit_after_another_is_seen(tmp_path: Path, first: str, then: str) -> None:
    project = Project(tmp_path, Output.DECK)
    project.edit(first, "cells")
    before = project.build()
    project.edit(then, "killing")
    remembered = project.build()
    assert remembered != before
    assert remembered == project.build_without_memory()


def test_a_template_that_nothing_uses_any_more_is_no_input(tmp_path: Path) -> None:
    project = Project(tmp_path, Output.DECK)
    before = project.build()
    project.edit("callout", "cells")
    assert project.build()[1] > before[1]
    project.restore()
    assert project.build() == before


def test_a_template_that_changed_while_nothing_used_it_is_seen(tmp_path: Path) -> None:
    project = Project(tmp_path, Output.DECK)
    project.edit("callout", "cells")
    before = project.build()
    project.restore()
    project.build()
    project.rewrite("deck/blocks/callout.html.j2")
    project.edit("callout", "cells")
    remembered = project.build()
    assert remembered[0] != before[0]
    assert remembered == project.build_without_memory()
