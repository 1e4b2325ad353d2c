"""Read CSV with the place of every field (RFC 4180; the separator may be a comma, a semicolon or a tab)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from builder.content.nodes import Scalar
from builder.diagnostics import Position, Span
from builder.markup import TextMap, TextRun

_QUOTED = re.compile(r'"((?:[^"]|"")*)("?)')


class FieldFault(Exception):
    """A field that cannot be read; carries what is wrong and where."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.message = message
        self.span = span


def find_separator(text: str) -> str:
    """Return the separator that occurs most often in the first line, outside quotes; a comma if none does."""
    header = re.sub(r'"(?:[^"]|"")*"', "", text).split("\n", 1)[0]
    return max(",;\t", key=header.count)


def read_rows(path: str, text: str, most: int) -> list[tuple[Scalar, ...]]:
    """Return the rows of a CSV file, its header first; lines with nothing on them are left out.

    Where there are more than `most` below the header, one of those is among them, and the others are not read.

    Raises:
        FieldFault: text follows a closing quote, or a quote is never closed.
    """
    reader = _Reader(path, text, find_separator(text))
    rows = (row for row in reader.read() if len(row) > 1 or row[0].value)
    return list(islice(rows, most + 1))


class _Reader:
    """Moves over the text of a CSV file."""

    def __init__(self, path: str, text: str, separator: str) -> None:
        self.path = path
        self.text = text
        self.separator = separator
        self.bare = re.compile(f"[^{separator}\n]*")
        self.line = 1
        self.line_start = 0

    def read(self) -> Iterator[tuple[Scalar, ...]]:
        at = 0
        row: list[Scalar] = []
        while at < len(self.text) or row:
            field, at = self._read_field(at)
            row.append(field)
            if self.text[at : at + 1] == self.separator:
                at += 1
                continue
            yield tuple(row)
            row = []
            at += 1
            self.line += 1
            self.line_start = at

    def _read_field(self, at: int) -> tuple[Scalar, int]:
        """Return the field at an offset and the offset behind it."""
        if self.text[at : at + 1] != '"':
            match = self.bare.match(self.text, at)
            value = match[0] if match is not None else ""
            start = self._position(at)
            span = Span(self.path, start, Position(start.line, start.column + max(len(value), 1)))
            run = TextRun(0, start.line, start.column)
            return self._field(value, span, (run,)), at + len(value)
        return self._read_quoted(at)

    def _read_quoted(self, at: int) -> tuple[Scalar, int]:
        match = _QUOTED.match(self.text, at)
        assert match is not None  # the text at hand starts with a quotation mark
        start = self._position(at)
        runs: list[TextRun] = []
        value = ""
        column = start.column + 1
        for piece in re.findall(r'""|\n|[^"\n]+', match[1]):
            step = len(piece) if piece == '""' else 1
            runs.append(TextRun(len(value), self.line, column, step))
            value += '"' if piece == '""' else piece
            column += len(piece)
            if piece == "\n":
                self.line, column = self.line + 1, 1
        self.line_start = max(self.line_start, self.text.rfind("\n", 0, match.end()) + 1)
        span = Span(self.path, start, self._position(match.end()))
        if not match[2]:
            raise FieldFault("quotation mark is never closed", Span.at(self.path, start.line, start.column))
        if self.text[match.end() : match.end() + 1] not in (self.separator, "\n", ""):
            raise FieldFault("text goes on after the closing quotation mark", span)
        return self._field(value, span, tuple(runs) or (TextRun(0, start.line, start.column),)), match.end()

    def _field(self, value: str, span: Span, runs: tuple[TextRun, ...]) -> Scalar:
        return Scalar(value, span, False, lambda: TextMap(self.path, runs))

    def _position(self, at: int) -> Position:
        return Position(self.line, at - self.line_start + 1)
