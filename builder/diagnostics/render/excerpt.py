"""The source line of a span, and the caret line below it, as a terminal with fixed-width characters shows them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from builder.diagnostics.span import Span

LONGEST_LINE = 140
_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line, and where its span stands in it.

    `indent` and `extent` count terminal cells.
    """

    line: str
    indent: int
    extent: int


def cut_excerpt(line: str, span: Span) -> Excerpt:
    """Return the first line of `span`; of a long line only the part around the span.

    Tabs count as one cell and characters that would steer a terminal are replaced, so that carets stay in place.
    """
    start = min(span.start.column - 1, len(line))
    end = span.end.column - 1 if span.end.line == span.start.line else len(line)
    end = max(min(end, len(line)), start)
    left = right = ""
    if len(line) > LONGEST_LINE:
        first, last = max(0, start - _CONTEXT), min(len(line), max(end, start) + _CONTEXT)
        last = min(last, first + LONGEST_LINE)
        left, right = "…" * (first > 0), "…" * (last < len(line))
        line, start, end = line[first:last], start - first, min(end, last) - first
    shown = "".join(map(_show, line))
    return Excerpt(
        left + shown.rstrip() + right,
        len(left) + sum(map(_cells, shown[:start])),
        max(1, sum(map(_cells, shown[start:end].rstrip()))),
    )


def _show(char: str) -> str:
    if char == "\t":
        return " "
    category = unicodedata.category(char)
    steers = category in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(char) in _BIDI_CONTROLS
    return "\N{REPLACEMENT CHARACTER}" if steers else char


_BIDI_CONTROLS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def _cells(char: str) -> int:
    """Return the cells of one character (Unicode Standard Annex 11; combining and format characters have none)."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
