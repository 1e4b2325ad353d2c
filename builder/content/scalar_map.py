"""Where the characters of a YAML scalar stand, found by reading its source again (YAML 1.2, chapters 7.3 and 8.1).

If reading it again gives another value than the YAML library did, every character is said to stand at the
scalar's start: a place may be coarse, never wrong.
"""

from __future__ import annotations

import re

from builder.content.source import Source
from builder.diagnostics import Position
from builder.markup import TextMap, TextRun

_SIMPLE_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_HEX_ESCAPES = {"x": 2, "u": 4, "U": 8}
_FOLD = r"(?P<fold>[ \t]*(?:\n[ \t]*)+)"
_PIECES = {
    "": re.compile(rf"{_FOLD}|(?P<text>[^\n \t]+|[ \t]+)"),
    "'": re.compile(rf"{_FOLD}|(?P<quote>'')|(?P<text>[^\n' \t]+|[ \t]+)"),
    '"': re.compile(
        rf"{_FOLD}|(?P<joint>\\(?:\n[ \t]*)+)"
        r"|(?P<hex>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}))|(?P<escape>\\.)"
        r"|(?P<text>[^\n\\ \t]+|[ \t]+)"
    ),
}


def map_scalar(source: Source, value: str, start: Position, stretch: slice, style: str) -> TextMap:
    """Return the map of a scalar.

    Args:
        source: the file.
        value: the scalar's text.
        start: of its first character, quote or block indicator, behind anchor and tag.
        stretch: the same place, and the end of a scalar that is not a block, as offsets in the file's text.
        style: the quote or block indicator, empty for a plain scalar.
    """
    reader = _Reader(source, start)
    if style in ("|", ">"):
        reader.read_block(value, folded=style == ">")
    elif style:
        reader.column += 1
        reader.read_flow(source.text[stretch][1:-1], style)
    else:
        reader.read_flow(source.text[stretch], style)
    if "".join(reader.parts) != value:
        return TextMap(source.path, (TextRun(0, start.line, start.column, 0),))
    return TextMap(source.path, tuple(reader.runs) or (TextRun(0, start.line, start.column),))


class _Reader:
    """Collects the value and its runs while it moves over the file."""

    def __init__(self, source: Source, start: Position) -> None:
        self.source = source
        self.line = start.line
        self.column = start.column
        self.parts: list[str] = []
        self.runs: list[TextRun] = []
        self.length = 0

    def _add(self, text: str, line: int, column: int, step: int = 1) -> None:
        """Add characters of the value; those that follow on the ones before need no run of their own."""
        if not text:
            return
        last = self.runs[-1] if self.runs else None
        follows = last and last.line == line and column == last.column + (self.length - last.start)
        if not (follows and last and last.step == step == 1):
            self.runs.append(TextRun(self.length, line, column, step))
        self.parts.append(text)
        self.length += len(text)

    def read_flow(self, text: str, quote: str) -> None:
        """Read a plain or quoted scalar; `text` is what its quotes hold."""
        if "\n" not in text and (not quote or "\\" not in text) and "''" not in text:
            self._add(text, self.line, self.column)
            return
        for match in _PIECES[quote].finditer(text):
            self._read_piece(match.lastgroup or "", match[0])

    def _read_piece(self, kind: str, piece: str) -> None:
        breaks = piece.count("\n")
        match kind:
            case "fold":
                self._add(" " if breaks == 1 else "\n" * (breaks - 1), self.line, self.column, 0)
            case "joint":
                self._add("\n" * (breaks - 1), self.line, self.column, 0)
            case "hex":
                self._add(chr(min(int(piece[2:], 16), 0x10FFFF)), self.line, self.column, len(piece))
            case "escape":
                self._add(_SIMPLE_ESCAPES.get(piece[1], ""), self.line, self.column, len(piece))
            case "quote":
                self._add("'", self.line, self.column, 2)
            case _:
                self._add(piece, self.line, self.column)
        self.line += breaks
        self.column = len(piece) - piece.rfind("\n") if breaks else self.column + len(piece)

    def read_block(self, value: str, *, folded: bool) -> None:
        """Read a literal or folded block scalar, of which `value` is the text.

        The indentation is that of the first line with text, less the blanks that the value itself begins with.
        """
        number = self.line
        lines = self.source.lines
        while number < len(lines) and not lines[number].strip(" "):
            number += 1
        if number >= len(lines):
            return
        first = value.lstrip("\n")
        indent = _count_blanks(lines[number]) - _count_blanks(first)
        self._add("\n" * (len(value) - len(first)), self.line + 1, 1, 0)
        breaks, previous = 0, ""
        while number < len(lines) and self.length < len(value.rstrip("\n")):
            text = lines[number][indent:]
            if text:
                self._break_lines(previous, text, breaks, folded, number)
                self._add(text, number + 1, indent + 1)
                previous, breaks = text, 0
            breaks += 1
            number += 1
        self._add("\n" * (len(value) - self.length), number, indent + 1, 0)

    def _break_lines(self, previous: str, text: str, breaks: int, folded: bool, number: int) -> None:
        """Add what stands in the value for the line breaks between two lines with text."""
        if not previous:
            return
        if folded and previous[0] not in " \t" and text[0] not in " \t":
            between = " " if breaks == 1 else "\n" * (breaks - 1)
        else:
            between = "\n" * breaks
        self._add(between, number, len(self.source.lines[number - 1]) + 1, 0)


def _count_blanks(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
