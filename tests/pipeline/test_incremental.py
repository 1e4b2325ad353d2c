"""Incremental and clean builds are the same bytes, whatever was edited in between."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from builder.errors import ExitCode
from builder.pipeline.build import Request, build
from builder.remembered import forget_everything

pytestmark = [pytest.mark.render, pytest.mark.slow]

Section: TypeAlias = tuple[list[str], str, str]
"""The points of a section, its prose and its notes."""

WORDS = st.sampled_from(
    ["cells", "killing", "in 2024", "TGF-β", "*potent*", "a long word, internationalisation"]
)
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
SECTIONS = st.lists(st.tuples(st.lists(LINES, min_size=1, max_size=14), LINES, LINES), min_size=1, max_size=2)
EDITS = st.lists(
    st.tuples(st.sampled_from(["point", "prose", "notes", "remove", "double", "nothing"]), LINES),
    min_size=1,
    max_size=2,
)


def edit(sections: list[Section], kind: str, line: str) -> list[Section]:
    """Return the sections with one change to the last of them."""
    *before, (points, prose, notes) = sections
    match kind:
        case "point":
            return [*before, ([*points[:-1], line], prose, notes)]
        case "prose":
            return [*before, (points, f"{prose} {line}", notes)]
        case "notes":
            return [*before, (points, prose, line)]
        case "remove":
            return [*before, (points[:-1] or [line], prose, notes)]
        case "double":
            return [*sections, sections[0]]
    return sections


def write(project: Path, sections: list[Section]) -> None:
    content = [
        {"title": f"Part {number}", "notes": notes, "content": [{"text": prose}, {"points": points}]}
        for number, (points, prose, notes) in enumerate(sections)
    ]
    file = project / "content" / "talk.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(yaml.safe_dump({"title": "A talk", "sections": content}), "utf-8")


def outputs(project: Path, folder: str) -> dict[str, bytes]:
    """Build, and return the bytes of every file that came of it."""
    result = build(Request(project / "content" / "talk.yaml", project / folder, folder))
    assert result.exit_code is ExitCode.OK, (result.diagnostics, result.losses)
    return {path.name: path.read_bytes() for path in (project / folder).iterdir()}


@settings(
    max_examples=4,
    phases=(Phase.generate,),
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(SECTIONS, EDITS)
def test_edits_end_where_a_clean_build_ends(sections: list[Section], edits: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as name:
        edited = Path(name) / "edited"
        edited.mkdir()
        write(edited, sections)
        outputs(edited, "output")
        for kind, line in edits:
            sections = edit(sections, kind, line)
            write(edited, sections)
            incremental = outputs(edited, "output")
        clean = Path(shutil.copytree(edited, Path(name) / "clean", ignore=lambda *_: {".diptych", "output"}))
        forget_everything()
        assert incremental == outputs(clean, "output")


def test_the_store_is_what_makes_it_incremental(tmp_path: Path) -> None:
    write(tmp_path, [(["One", "Two"], "Prose", "Notes")])
    first = outputs(tmp_path, "output")
    entries = set(tmp_path.glob(".diptych/??/*"))
    assert entries
    again = build(Request(tmp_path / "content" / "talk.yaml", tmp_path / "output", "output"))
    assert "6 lay out, report" not in {f"{t.stage}, {t.output.value}" for t in again.timings if t.output}
    assert set(tmp_path.glob(".diptych/??/*")) == entries
    for entry in entries:
        entry.write_bytes(b"damaged")
    forget_everything()
    assert outputs(tmp_path, "output") == first
    shutil.rmtree(tmp_path / ".diptych")
    forget_everything()
    assert outputs(tmp_path, "output") == first
