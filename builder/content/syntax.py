"""Say what is wrong with a file that is not YAML, in the words of somebody who writes text and not YAML.

The fault is told from the characters at the two places that PyYAML's scanner or parser names, never from its English.
"""

from __future__ import annotations

import re

import yaml

from builder.content.source import Source
from builder.diagnostics import Diagnostic, Position, Span

_QUOTE_IT = "put the value in quotes, or write '|' and the text on the next line, indented"
_BEFORE_VALUE = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?(?:- +)*")
_BEFORE_ITEM = re.compile(r"\s*")
_BEFORE_KEY = re.compile(r"\s*(?:- +)*")
_KEY = re.compile(r"\s*(?:- +)*[\w-]+:")
_OPENERS = {"[": "]", "{": "}"}


def explain_syntax(source: Source, error: yaml.MarkedYAMLError) -> Diagnostic:
    """Return the diagnostic (B103 to B109) of an error that PyYAML's Python scanner or parser raised."""
    return _Explainer(source, error).explain()


class _Explainer:
    """The two places of a syntax error: where reading failed, and where what was being read began."""

    def __init__(self, source: Source, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        self.source = source
        self.is_scanner = isinstance(error, yaml.scanner.ScannerError)
        self.line_number = min(mark.line, len(source.lines) - 1) if mark else 0
        self.column = mark.column if mark else 0
        self.line = source.lines[self.line_number]
        self.at_end = mark is None or mark.index >= len(source.text.rstrip())
        self.char = source.text[mark.index : mark.index + 1] if mark else ""
        self.before = source.text[mark.index - 1 : mark.index] if mark else ""
        self.context = error.context_mark
        self.context_char = source.text[self.context.index : self.context.index + 1] if self.context else ""

    def explain(self) -> Diagnostic:
        return (
            self._explain_tab()
            or self._explain_escape()
            or self._explain_reserved_start()
            or self._explain_reserved_character()
            or self._explain_quote()
            or self._explain_colon()
            or self._explain_bracket()
            or self._explain_structure()
        )

    def _explain_tab(self) -> Diagnostic | None:
        indentation = re.match(r"[\s-]*", self.line)
        column = self.line.find("\t", 0, indentation.end() if indentation else 0)
        if column < 0 and self.char == "\t":
            column = self.column
        if column < 0:
            return None
        return Diagnostic(
            "B103", "tab used for indentation", self._span(self.line_number, column),
            help="replace tabs by spaces, two for each level",
        )  # fmt: skip

    def _explain_escape(self) -> Diagnostic | None:
        if not (self.is_scanner and self.context_char == '"' and self.before == "\\" and not self.at_end):
            return None
        return Diagnostic(
            "B109", f"'\\{self.char}' means nothing between double quotes",
            self._span(self.line_number, self.column - 1, 2),
            help="use single quotes, in which a backslash is a backslash, or write it twice",
        )  # fmt: skip

    def _explain_reserved_start(self) -> Diagnostic | None:
        """A value whose first character YAML takes as its own: a bracket, star, ampersand, tag or block sign."""
        if self.is_scanner and self.context and self.context_char in ("*", "&", "|", ">", "!"):
            return self._refuse_start(self.context_char, self.context.line, self.context.column)
        start = self._find_value()
        first = self.line[start : start + 1]
        if start >= self.column:
            return None
        if first in _OPENERS and self._is_text_behind(start):
            return self._refuse_start(first, self.line_number, start)
        if first in ("*", "&", "!", "|", ">"):
            return self._refuse_start(first, self.line_number, start)
        return None

    def _explain_reserved_character(self) -> Diagnostic | None:
        if self.char not in ("@", "`", "%") or not self.is_scanner:
            return None
        key = re.match(r"\s*(?:- +)*source:\s*\[", self.line)
        help_line = "keys stand without '@' here, as in 'source: [Liu2020, Marin2024]'" if key else _QUOTE_IT
        return self._refuse_start(self.char, self.line_number, self.column, help_line)

    def _refuse_start(self, char: str, line: int, column: int, help_line: str = _QUOTE_IT) -> Diagnostic:
        return Diagnostic(
            "B104",
            f"a value that is not quoted cannot start with '{char}'",
            self._span(line, column),
            help=help_line,
        )

    def _explain_quote(self) -> Diagnostic | None:
        start = self._find_value()
        if self.is_scanner and self.context and self.context_char in ("'", '"'):
            return Diagnostic(
                "B106", f"quotation mark {self.context_char} is never closed",
                self._span(self.context.line, self.context.column),
                help="close it, or use | if the text itself begins with it",
            )  # fmt: skip
        first = self.line[start : start + 1]
        if first not in ("'", '"') or start >= self.column:
            return None
        return Diagnostic(
            "B106", f"text goes on after the closing quotation mark {first}",
            self.source.span_of_line(self.line_number, self.column),
            help="put the whole value between one pair of quotes, or write '|' and the text on the next line",
        )  # fmt: skip

    def _explain_colon(self) -> Diagnostic | None:
        inside_brackets = self.context_char in _OPENERS
        if self.char != ":" or not (self.is_scanner or inside_brackets):
            return None
        key = _KEY.match(self.line)
        if key is not None and key.end() - 1 == self.column:
            if inside_brackets:
                return None
            return self._refuse_indentation("the line above has its value already")
        return Diagnostic(
            "B105", "a colon followed by a space inside a value that is not quoted",
            self._span(self.line_number, self.column), help=_QUOTE_IT,
        )  # fmt: skip

    def _explain_bracket(self) -> Diagnostic | None:
        if self.char and self.char in _OPENERS.values() and self.context_char not in _OPENERS:
            return Diagnostic(
                "B106", f"'{self.char}' closes nothing", self._span(self.line_number, self.column),
                help="remove it, or put the value in quotes if it is text",
            )  # fmt: skip
        if self.is_scanner or not self.context or self.context_char not in _OPENERS:
            return None
        closing = _OPENERS[self.context_char]
        if self.at_end or self.line_number > self.context.line:
            return Diagnostic(
                "B106", f"'{self.context_char}' is never closed",
                self._span(self.context.line, self.context.column),
                help=f"close it with '{closing}', or put the value in quotes if it is text",
            )  # fmt: skip
        return Diagnostic(
            "B109", f"expected ',' or '{closing}', found '{self.char}'", self._span(self.line_number, self.column),
            help="separate the items by commas, and put an item in quotes if it is text with signs in it",
        )  # fmt: skip

    def _explain_structure(self) -> Diagnostic:
        if self.is_scanner and self.context:
            return Diagnostic(
                "B108", "this line has no colon and belongs to no key",
                self.source.span_of_line(self.context.line, self.context.column),
                help="write 'key: value', or indent the line if it goes on with the text above",
            )  # fmt: skip
        if self.is_scanner and self.char == "-" and self.line[: self.column].strip():
            return Diagnostic(
                "B107", "a list starts in the line of its key",
                self.source.span_of_line(self.line_number, self.column),
                help="write the list on the next line, or put the value in quotes if the text starts with '-'",
            )  # fmt: skip
        if not self.is_scanner and self.context and not self.at_end:
            return self._refuse_indentation("it begins neither where the lines above do nor further right")
        return Diagnostic(
            "B109",
            "YAML cannot be read from here on",
            self._span(self.line_number, self.column),
            help=_QUOTE_IT,
        )

    def _refuse_indentation(self, why: str) -> Diagnostic:
        """Return B107, with the column in which the nearest line of the same sort above begins."""
        is_item = _is_item(self.line)
        for number in range(self.line_number - 1, -1, -1):
            above = self.source.lines[number]
            if _is_item(above) if is_item else _KEY.match(above) is not None:
                before = _BEFORE_ITEM.match(above) if is_item else _BEFORE_KEY.match(above)
                column = (before.end() if before is not None else 0) + 1
                help_line = f"start it in column {column} if it belongs with line {number + 1}"
                break
        else:
            help_line = "start it in the column of the lines that it belongs with"
        span = self.source.span_of_line(self.line_number, len(self.line) - len(self.line.lstrip()))
        return Diagnostic("B107", f"wrong indentation: {why}", span, help=help_line)

    def _find_value(self) -> int:
        """Return the column in which the value of the failing line starts, counted from 0."""
        match = _BEFORE_VALUE.match(self.line)
        return match.end() if match is not None else 0

    def _is_text_behind(self, start: int) -> bool:
        """Return whether text follows the bracket that opens at `start`, so that no list or mapping is meant."""
        depth = 0
        for column in range(start, len(self.line)):
            depth += (self.line[column] in "[{") - (self.line[column] in "]}")
            if depth == 0:
                rest = self.line[column + 1 :].lstrip()
                return bool(rest) and rest[0] not in ",]}:#"
        return False

    def _span(self, line: int, column: int, length: int = 1) -> Span:
        start = Position(min(line, len(self.source.lines) - 1) + 1, column + 1)
        return Span(self.source.path, start, Position(start.line, start.column + length))


def _is_item(line: str) -> bool:
    return line.lstrip().startswith("- ")
