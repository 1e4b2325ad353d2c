"""Markdown text to prose: paragraphs and lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostics, Span
from builder.markup.footnotes import Footnotes
from builder.markup.inlines import Insert, read_inline_tokens
from builder.markup.text_map import Locate
from builder.model.prose import Paragraph, Prose, ProseList, ProseNode

if TYPE_CHECKING:
    from markdown_it.token import Token

_REFUSED: dict[str, tuple[str, str]] = {
    "heading_open": (
        "heading",
        "a heading is the 'title' of a section or block; write '\\' before the '#', '-' or '=' if the sign is meant",
    ),
    "blockquote_open": ("quotation", "use a quote block, or write '\\>' if the sign is meant"),
    "fence": ("code listing", "put short code between single backticks"),
    "hr": ("rule", "remove it: sections divide a document, and a page-break block starts a page"),
    "table_open": ("table", "use a table block"),
}


def parse_prose(
    text: str,
    locate: Locate,
    diagnostics: Diagnostics,
    insert: Insert | None = None,
    *,
    footnotes: bool = False,
) -> Prose:
    """Return the paragraphs and lists of `text`, which may have `footnotes` or not.

    `locate` gives the place of a stretch of `text` in its file. Faults: B230 for headings, quotations, code, rules and
    tables, whose text is kept where it is prose, B242 to B247 for footnotes, and those of `parse_inlines`.
    """
    if not text.strip():
        return ()
    from builder.markup.parser import tokens_of

    text = text.replace("\r", " ")
    tokens = tokens_of(text)
    reader = _ProseReader(text, locate, Footnotes(diagnostics, footnotes), insert)
    reader.read_definitions(iter(tokens))
    prose = reader.read_until(iter(tokens), "")
    reader.footnotes.report_uncalled()
    return prose


class _ProseReader:
    """Reads block tokens; lines are those of the text."""

    def __init__(self, text: str, locate: Locate, footnotes: Footnotes, insert: Insert | None) -> None:
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.locate = locate
        self.footnotes = footnotes
        self.insert = insert

    def read_definitions(self, tokens: Iterator[Token]) -> None:
        """Read the definitions of footnotes, wherever in the text they stand."""
        self.footnotes.defining = True
        for token in tokens:
            if token.type == "footnote_definition_open":
                key, span = token.meta["key"], self._span_of_lines(token)
                self.footnotes.define(key, self._read_paragraph(next(tokens)).content, span)
                if token.meta["goes_on"]:
                    self.footnotes.refuse_further_paragraph(key, span)
        self.footnotes.defining = False

    def read_until(self, tokens: Iterator[Token], closing: str) -> Prose:
        """Return the nodes up to the token of type `closing`, which is taken too."""
        nodes: list[ProseNode] = []
        for token in tokens:
            if token.type == closing:
                break
            if token.type in _REFUSED:
                self._refuse(token)
            if token.type in ("bullet_list_open", "ordered_list_open"):
                nodes.append(self._read_list(token, tokens))
            elif token.type == "blockquote_open":
                nodes.extend(self.read_until(tokens, "blockquote_close"))
            elif token.type == "table_open":
                self.read_until(tokens, "table_close")
            elif token.type == "footnote_definition_open":
                next(tokens)
            elif token.type == "inline":
                nodes.append(self._read_paragraph(token))
        return tuple(nodes)

    def _read_list(self, opening: Token, tokens: Iterator[Token]) -> ProseList:
        closing = opening.type.removesuffix("open") + "close"
        items: list[Prose] = []
        for token in tokens:
            if token.type == closing:
                break
            items.append(self.read_until(tokens, "list_item_close"))
        start = int(opening.attrs.get("start", 1)) if opening.type == "ordered_list_open" else None
        return ProseList(tuple(items), start, self._span_of_lines(opening))

    def _read_paragraph(self, token: Token) -> Paragraph:
        offsets = self._find_offsets(token)

        def locate(start: int, end: int) -> Span:
            return self.locate(_shift(start, offsets), _shift(max(start, end - 1), offsets) + (end > start))

        content = read_inline_tokens(token.children or (), locate, self.footnotes, self.insert)
        return Paragraph(content, locate(0, len(token.content)))

    def _find_offsets(self, token: Token) -> list[tuple[int, int]]:
        """Return for each line of an inline token's content its offset there and in the text.

        markdown-it strips indentation, list markers and white space at the ends, so a line of the content is found
        as the last occurrence of its stripped characters in its source line.
        """
        offsets: list[tuple[int, int]] = []
        at = 0
        first_line = token.map[0] if token.map else 0
        for number, line in enumerate(token.content.split("\n"), first_line):
            stripped = line.strip()
            indent = len(line) - len(line.lstrip())
            column = max(self.lines[number].rfind(stripped), 0) if number < len(self.lines) else 0
            offsets.append((at + indent, self.starts[min(number, len(self.lines))] + column))
            at += len(line) + 1
        return offsets

    def _refuse(self, token: Token) -> None:
        what, help_line = _REFUSED[token.type]
        self.footnotes.diagnostics.error(
            "B230", f"{what} inside text", self._span_of_lines(token), help=help_line
        )

    def _span_of_lines(self, token: Token) -> Span:
        """Return the span from the first character of a block token's lines to their end."""
        first, after = token.map or (0, 1)
        last = max(first, min(after, len(self.lines)) - 1)
        while last > first and not self.lines[last].strip():
            last -= 1
        indent = len(self.lines[first]) - len(self.lines[first].lstrip())
        return self.locate(self.starts[first] + indent, self.starts[last] + len(self.lines[last].rstrip()))


def _shift(offset: int, offsets: list[tuple[int, int]]) -> int:
    """Return where the character at `offset` of the content stands in the text."""
    content_start, text_start = offsets[0]
    for candidate in offsets:
        if candidate[0] > offset:
            break
        content_start, text_start = candidate
    return text_start + max(0, offset - content_start)
