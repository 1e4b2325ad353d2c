"""Content files for tests of the lint, in which what is to be found stands between ⟪ and ⟫."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from builder.content.load import load_content
from builder.diagnostics import Diagnostic, Position
from builder.lint.lint import Linted, lint
from builder.resolve.resolve import resolve
from builder.world import World

OPEN, CLOSE = "⟪", "⟫"

HEAD = """\
title: A case
date: 2026-01-15
references:
  - {id: Liu2020, type: article-journal, title: A first report, issued: {date-parts: [[2020]]}}
  - {id: Marin2024, type: article-journal, title: A larger cohort, issued: {date-parts: [[2024]]}}
"""


@dataclass(frozen=True)
class Sample:
    """A content file without its marks, and the places that they were around."""

    text: str
    marked: frozenset[tuple[Position, Position]]


def prose(text: str) -> str:
    """Return a content file with one block of prose."""
    return content("- text: |\n" + "".join(f"    {line}\n" for line in text.rstrip("\n").split("\n")))


def content(blocks: str) -> str:
    """Return a content file with the blocks of one section."""
    indented = "".join(f"      {line}\n" if line else "\n" for line in blocks.rstrip("\n").split("\n"))
    return f"{HEAD}sections:\n  - title: Results\n    content:\n{indented}"


def read_sample(text: str) -> Sample:
    """Return `text` without its marks."""
    marked: list[tuple[Position, Position]] = []
    started: list[Position] = []
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        kept = ""
        for char in line:
            if char == OPEN:
                started.append(Position(number, len(kept) + 1))
            elif char == CLOSE:
                marked.append((started.pop(), Position(number, len(kept) + 1)))
            else:
                kept += char
        lines.append(kept)
    assert not started, "a mark is not closed"
    return Sample("\n".join(lines), frozenset(marked))


def make_pictures(folder: Path) -> None:
    """Make the pictures that cases name: a drawing, and grey squares."""
    square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    (folder / "square.svg").write_text(square, encoding="utf-8")
    for name, side in (("300.jpg", 300), ("600.png", 600), ("screenshot.png", 640), ("1200.png", 1200)):
        Image.new("L", (side, side), 128).save(folder / name)


def lint_text(folder: Path, text: str) -> Linted:
    """Return what the lint says of a content file in `folder`, which has no other faults."""
    file = folder / "case.yaml"
    file.write_text(text, encoding="utf-8", newline="")
    world = World(folder)
    loaded = load_content(world, file)
    assert not loaded.failed, loaded.diagnostics
    loaded_content = loaded.require()
    resolved = resolve(world, loaded_content.document)
    return lint(loaded_content, resolved.value, loaded.diagnostics + resolved.diagnostics)


def places_of(diagnostics: tuple[Diagnostic, ...], code: str) -> set[tuple[Position, Position]]:
    return {
        (diagnostic.span.start, diagnostic.span.end)
        for diagnostic in diagnostics
        if diagnostic.code == code and diagnostic.span is not None
    }
