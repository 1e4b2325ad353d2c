"""From characters of a value to their places in the source file.

A value such as a YAML block scalar or a quoted CSV field is not written character by character as it reads:
indentation, folding and escapes stand between. A map is made of runs of characters that do stand side by side.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from builder.diagnostics import Position, Span

Locate: TypeAlias = Callable[[int, int], Span]


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters of a value, from offset `start` on, that stand side by side on one line.

    `step` is the columns that each takes: more than 1 for an escape, which is a run of its own.
    """

    start: int
    line: int
    column: int
    step: int = 1


@dataclass(frozen=True, slots=True)
class TextMap:
    """Where each character of a value stands; `runs` is in order and its first starts at 0."""

    path: str
    runs: tuple[TextRun, ...]

    def locate(self, start: int, end: int) -> Span:
        """Return the span of the characters from `start` up to, not including, `end`."""
        first = self._run_at(start)
        begins = Position(first.line, first.column + (start - first.start) * first.step)
        if end <= start:
            return Span(self.path, begins, begins)
        last = self._run_at(end - 1)
        return Span(self.path, begins, Position(last.line, last.column + (end - last.start) * last.step))

    def _run_at(self, offset: int) -> TextRun:
        index = bisect_right(self.runs, offset, key=_start_of) - 1
        return self.runs[max(index, 0)]


def _start_of(run: TextRun) -> int:
    return run.start


def map_line(path: str, line: int, column: int) -> TextMap:
    """Return the map of a value that stands on one line as it reads."""
    return TextMap(path, (TextRun(0, line, column),))


def shift(locate: Locate, offset: int) -> Locate:
    """Return `locate` for a part of the value that starts at `offset`."""
    return lambda start, end: locate(start + offset, end + offset)
