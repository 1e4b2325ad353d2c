"""Nothing changed, nothing done: whatever could change an output makes the build run again."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.errors import ExitCode
from builder.pipeline.build import Request, build
from builder.pipeline.files import OutputFolder
from builder.pipeline.inputs import CHANGED, inputs_of
from builder.pipeline.project import open_world
from builder.pipeline.unchanged import LastBuild, find_unchanged

TALK = """\
title: A talk
bibliography: works.json
sections:
  - title: Methods
    content:
      - points: [One point., Another point.]
      - figure: drawing.svg
        alt: A square
        caption: A square
      - points: ["A curly quote \\u201D"]
        title: Methods
"""
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
BOTH = ("pdf", "pptx")


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has been built, to be copied."""
    project = tmp_path_factory.mktemp("talk")
    content = project / "content"
    content.mkdir()
    (content / "talk.yaml").write_text(TALK, "utf-8")
    (content / "works.json").write_text("[]", "utf-8")
    (content / "square.svg").write_text(SQUARE, "utf-8")
    (content / "drawing.svg").symlink_to("square.svg")
    result = build(Request(content / "talk.yaml", project / "output", "output"))
    assert result.exit_code is ExitCode.OK, result.diagnostics
    return project


@pytest.fixture
def copy(talk: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(talk, tmp_path / "copy", symlinks=True))


def find(project: Path, suffixes: tuple[str, ...] = BOTH, *, strict: bool = False) -> LastBuild | None:
    folder = OutputFolder(project / "output", "output")
    return find_unchanged(project / "content" / "talk.yaml", folder, suffixes, strict=strict)


def append(name: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        with (project / name).open("ab") as file:
            file.write(b"\n")

    return change


def add_template(project: Path) -> None:
    folder = project / "templates" / "clinical"
    folder.mkdir(parents=True)
    (folder / "_brand.yml").write_text("color: {}", "utf-8")


def relink(project: Path) -> None:
    link = project / "content" / "drawing.svg"
    link.unlink()
    (project / "content" / "other.svg").write_text(SQUARE.replace("M0", "M1"), "utf-8")
    link.symlink_to("other.svg")


def remove_figure(project: Path) -> None:
    (project / "content" / "square.svg").unlink()


def remove_output(project: Path) -> None:
    (project / "output" / "talk.pptx").unlink()


def leave_a_journal(project: Path) -> None:
    (project / "output" / ".talk.publish.json").write_text('{"files": []}', "utf-8")


def damage_the_record(project: Path) -> None:
    (project / "output" / "talk.build.json").write_bytes(b'{"diagnostics": 7}')


def edit_record(key: str, name: str, value: object) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        file = project / "output" / "talk.build.json"
        record = json.loads(file.read_bytes())
        record[key][name] = value
        file.write_text(json.dumps(record), "utf-8")

    return change


CHANGES: dict[str, Callable[[Path], None]] = {
    "content": append("content/talk.yaml"),
    "figure": append("content/square.svg"),
    "bibliography": append("content/works.json"),
    "a link leads elsewhere": relink,
    "a figure is gone": remove_figure,
    "a theme that was not there": add_template,
    "an output was edited": append("output/talk.pdf"),
    "an output is gone": remove_output,
    "a publication was interrupted": leave_a_journal,
    "the record is damaged": damage_the_record,
    "another library": edit_record("versions", "weasyprint", "1.0"),
    "another program": edit_record("versions", "code", "0"),
    "an input changed while it was read": edit_record("inputs", "content/talk.yaml", CHANGED),
}


@pytest.mark.render
def test_a_build_of_the_same_is_found_wherever_it_lies(copy: Path) -> None:
    last = find(copy)
    assert last is not None
    assert last.sheets == {"pdf": 1, "pptx": 3}
    assert last.read_lines("content/talk.yaml")[0] == "title: A talk"


@pytest.mark.render
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_counts(copy: Path, change: Callable[[Path], None]) -> None:
    assert find(copy) is not None
    change(copy)
    assert find(copy) is None


@pytest.mark.render
def test_touching_a_file_is_no_change(copy: Path) -> None:
    os.utime(copy / "content" / "talk.yaml", (1, 1))
    assert find(copy) is not None


@pytest.mark.render
@pytest.mark.parametrize("suffixes", [("pdf",), ("pptx",)])
def test_other_outputs_are_another_build(copy: Path, suffixes: tuple[str, ...]) -> None:
    assert find(copy, suffixes) is None


@pytest.mark.render
def test_after_one_output_alone_the_other_counts_as_old(copy: Path) -> None:
    append("content/works.json")(copy)
    file = copy / "content" / "talk.yaml"
    outputs = build(Request(file, copy / "output", "output")).panels
    assert find(copy) is not None
    build(Request(file, copy / "output", "output", outputs=(outputs[1].output,)))
    assert find(copy) is None
    assert find(copy, ("pptx",)) is not None


@pytest.mark.render
def test_with_strict_warnings_are_for_a_build_to_tell(copy: Path) -> None:
    warning = {
        "code": "B115", "severity": "warning", "message": "m", "label": "l", "help": "h",
        "path": "content/talk.yaml", "line": 1, "column": 2, "end-line": 1, "end-column": 3,
    }  # fmt: skip
    file = copy / "output" / "talk.build.json"
    file.write_text(json.dumps(json.loads(file.read_bytes()) | {"diagnostics": [warning]}), "utf-8")
    last = find(copy)
    assert last is not None
    assert [diagnostic.code for diagnostic in last.diagnostics] == ["B115"]
    assert find(copy, strict=True) is None


def test_a_file_that_changes_during_the_build_has_no_hash(tmp_path: Path) -> None:
    file = tmp_path / "talk.yaml"
    file.write_bytes(b"title: One")
    world = open_world(file)
    world.read_bytes(file)
    file.write_bytes(b"title: Another")
    assert inputs_of(world) == {"talk.yaml": CHANGED}
