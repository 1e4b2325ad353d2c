"""`diptych template FILE`: what a presentation offers, in words, with exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.errors import ExitCode
from tests.pptx.reference import company, decks


def put(project: Path, data: bytes, name: str = "brand.pptx") -> str:
    (project / name).write_bytes(data)
    return name


def test_layouts_placeholders_and_matches_are_listed(run, project: Path) -> None:
    result = run("template", put(project, decks.saved(decks.default())))
    assert result.exit_code == ExitCode.OK
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert lines[0] == "brand.pptx: slides of 10.00 x 7.50 in, 11 layouts, 0 slides"
    assert lines[1] == "master 1 'Office Theme': Calibri (headings), Calibri (text)"
    assert "      content         9.00 x 4.95 in at 0.50, 1.75      Content Placeholder 2" in lines
    (match,) = (line for line in lines if line.startswith("    two-columns"))
    assert match.split() == ["two-columns", "Two", "Content", "by", "its", "type"]


def test_slides_are_listed_with_their_numbers(run, project: Path) -> None:
    result = run("template", put(project, decks.saved(company.company())))
    assert result.exit_code == ExitCode.OK
    lines = result.stdout.splitlines()
    start = lines.index("its slides, which 'reference-slides: {first: …, last: …}' keeps:")
    assert lines[start + 1] == "      1  Somebody's cover (1 object without alternative text)"
    assert lines[start + 4] == "      4  Not for the public (hidden)"
    assert lines[start + 6] == "      6  (no title)"


def test_what_is_missing_is_a_warning(run, project: Path) -> None:
    result = run("template", put(project, decks.saved(decks.few())))
    assert result.exit_code == ExitCode.OK
    assert (
        "warning[B314]: 'brand.pptx' has no layout for 'two-columns'; 'Title and Content' is used"
        in result.stderr
    )


def test_what_nothing_can_be_built_on_is_an_error(run, project: Path) -> None:
    result = run("template", put(project, decks.saved(decks.untitled())))
    assert result.exit_code == ExitCode.CONTENT
    assert "error[B313]" in result.stderr
    assert "Title and Content" in result.stdout


def test_a_damaged_file_is_an_error_and_no_crash(run, project: Path) -> None:
    result = run("template", put(project, b"PK\x03\x04 and then nothing"))
    assert result.exit_code == ExitCode.CONTENT
    assert result.stderr.startswith("error[B310]: 'brand.pptx' is not a presentation, or a damaged one\n")
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("name", "why"), [("gone.pptx", "does not exist"), ("content", "is a folder, not a file")]
)
def test_a_file_that_is_none_is_a_wrong_command_line(run, project: Path, name: str, why: str) -> None:
    result = run("template", name)
    assert result.exit_code == ExitCode.USAGE
    assert f"'{name}' {why}" in result.stderr


def test_a_file_of_another_kind_is_a_wrong_command_line(run, project: Path) -> None:
    result = run("template", put(project, b"", "brand.pdf"))
    assert result.exit_code == ExitCode.USAGE
    assert "'brand.pdf' is no presentation" in result.stderr
