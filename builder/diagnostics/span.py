"""Where a value stands in a source file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place between two characters; line and column count from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source file; `end` is exclusive.

    `path` is relative to the project root, with forward slashes.
    """

    path: str
    start: Position
    end: Position

    @classmethod
    def at(cls, path: str, line: int, column: int, length: int = 1) -> Span:
        """Return the span of `length` characters on one line."""
        return cls(path, Position(line, column), Position(line, column + length))
