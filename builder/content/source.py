"""The text of a content file, by lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builder.diagnostics import Position, Span
from builder.world import OutsideProject, World


@dataclass(frozen=True, slots=True)
class Source:
    """A content file's text; `path` is as spans show it, `lines` are without line ends."""

    path: str
    text: str
    lines: tuple[str, ...]

    @classmethod
    def from_text(cls, path: str, text: str) -> Source:
        """Return the source of `text`, whose line ends are `\\n`."""
        return cls(path, text, tuple(text.split("\n")))

    def span_at(self, index: int, length: int = 1) -> Span:
        """Return the span of `length` characters of one line, the first at offset `index` of the text."""
        line = self.text.count("\n", 0, index)
        column = index - (self.text.rfind("\n", 0, index) + 1)
        return Span.at(self.path, line + 1, column + 1, length)

    def span_of_line(self, line: int, first_column: int = 0) -> Span:
        """Return the span from a column to the end of a line without its trailing blanks; both count from 0."""
        end = max(len(self.lines[line].rstrip()), first_column + 1)
        return Span(self.path, Position(line + 1, first_column + 1), Position(line + 1, end + 1))


def line_reader(world: World) -> Callable[[str], tuple[str, ...]]:
    """Return a function that gives the lines of a file by the path that spans show, for the renderers.

    A file that cannot be read has none; bytes that are not UTF-8 are shown as replacement characters.
    """

    @cache
    def read_lines(path: str) -> tuple[str, ...]:
        try:
            content = world.read_bytes(Path(path))
        except (OSError, OutsideProject):
            return ()
        text = content.decode("utf-8-sig", errors="replace")
        return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    return read_lines
