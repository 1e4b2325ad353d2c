"""A deck of remembered slides is the deck that a build without memory makes, whatever was edited in between."""

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

SHEET, SLIDE = "deck/deck.css", "deck/slide.html.j2"
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


def _second(content: Content) -> list[Content]:
    blocks: list[Content] = content["sections"][-1]["content"]
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
        "same title": lambda: blocks[-1].update(title="Second"),
    }
    edits[kind]()


CONTENT_EDITS = ("title", "keywords", "notes", "prose", "cell", "rows", "value", "zero", "less than zero", "point",
                 "section", "same title")  # fmt: skip
FILE_EDITS = ("picture", "template", "another attribute", "style sheet")
EDITS = st.lists(
    st.tuples(
        st.sampled_from((*CONTENT_EDITS, *FILE_EDITS)), st.sampled_from(["cells", "killing", "*potent*"])
    ),
    min_size=3,
    max_size=6,
)


class Project:
    """A project with a theme and a figure of its own, that is edited."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._content = copy.deepcopy(CONTENT)
        self._shown, self._width, self._rule = SHOWN, "9", ""
        self._theme = root / "templates" / "mine"
        (self._theme / "deck").mkdir(parents=True)
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
            case _:
                _edit_content(self._content, kind, word)
        self._write()

    def _write(self) -> None:
        slide, sheet = ((CLINICAL / name).read_text("utf-8") for name in (SLIDE, SHEET))
        files = {
            self.root / "content" / "talk.yaml": yaml.safe_dump(self._content),
            self.root / "content" / "own.svg": SVG.format(self._width),
            self._theme / SHEET: sheet + self._rule,
            self._theme / SLIDE: slide.replace(SHOWN, self._shown),
        }
        for path, text in files.items():
            path.write_text(text, "utf-8")

    def build(self) -> bytes:
        file = self.root / "content" / "talk.yaml"
        result = build(Request(file, self.root / "output", "output", (Output.DECK,)))
        assert result.exit_code is ExitCode.OK, (result.diagnostics, result.losses)
        return (self.root / "output" / "talk.pptx").read_bytes()


@settings(
    max_examples=6,
    phases=(Phase.generate,),
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(EDITS)
def test_remembered_decks_are_those_of_builds_without_memory(edits: list[Edit]) -> None:
    with TemporaryDirectory() as name:
        project = Project(Path(name))
        project.build()
        for kind, word in edits:
            project.edit(kind, word)
            remembered = project.build()
            forget_everything()
            assert remembered == project.build(), (kind, word)


@pytest.mark.parametrize("kind", [*CONTENT_EDITS, *FILE_EDITS])
def test_each_kind_of_edit_is_seen(tmp_path: Path, kind: str) -> None:
    project = Project(tmp_path)
    before = project.build()
    project.edit(kind, "cells")
    remembered = project.build()
    if kind != "keywords":  # which no template of ours shows
        assert remembered != before
    forget_everything()
    assert remembered == project.build()


@pytest.mark.parametrize(("first", "then"), [("another attribute", "keywords"), ("zero", "less than zero")])
def test_an_edit_after_another_is_seen(tmp_path: Path, first: str, then: str) -> None:
    project = Project(tmp_path)
    project.edit(first, "cells")
    before = project.build()
    project.edit(then, "killing")
    remembered = project.build()
    assert remembered != before
    forget_everything()
    assert remembered == project.build()
