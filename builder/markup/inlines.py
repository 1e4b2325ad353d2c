"""Markdown text to the inline nodes of the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from builder.diagnostics import Diagnostics, Span
from builder.markup.citations import parse_cited_items
from builder.markup.footnotes import Footnotes
from builder.markup.labels import CLAIM
from builder.markup.links import check_target
from builder.markup.text_map import Locate, shift
from builder.model.inline import (
    Citation,
    Code,
    CrossReference,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Strong,
    Subscript,
    Superscript,
    Text,
    join_texts,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

Insert: TypeAlias = Callable[[str, str, Span], Inlines]
"""Gives what stands for a claim: its id, the part of it that is wanted or nothing, and where that is written."""

_MARKUP = re.compile(r"[\n\r\0\\`*_\[<&^~@{]")

_WRAPPERS: dict[str, Callable[[Inlines], Inline]] = {
    "em_open": Emphasis,
    "strong_open": Strong,
    "sup_open": Superscript,
    "sub_open": Subscript,
}


def parse_inlines(
    text: str, locate: Locate, diagnostics: Diagnostics, insert: Insert | None = None
) -> Inlines:
    """Return the inline nodes of `text`; block markup in it is text.

    `locate` gives the place of a stretch of `text` in its file. Without `insert` claims stay as they are written.
    Faults: B231, B232, B233; B242 and B245 to B246 for footnotes, which only prose can have.
    """
    stripped = text.strip()
    if not stripped:
        return ()
    if _MARKUP.search(stripped) is None:
        return (Text(stripped),)
    from builder.markup.parser import inline_tokens_of  # 40 ms that text without markup need not pay

    tokens = inline_tokens_of(stripped.replace("\r", " "))
    offset = len(text) - len(text.lstrip())
    footnotes = Footnotes(diagnostics)
    return read_inline_tokens(tokens, shift(locate, offset), footnotes, insert)


def read_inline_tokens(
    tokens: Sequence[Token], locate: Locate, footnotes: Footnotes, insert: Insert | None = None
) -> Inlines:
    """Return the nodes of markdown-it's inline tokens; `locate` takes offsets in the text that they came from."""
    return _read_until(iter(tokens), "", _InlineReader(locate, footnotes, insert))


class _InlineReader:
    """Reads tokens, and reports what cannot stand in text."""

    def __init__(self, locate: Locate, footnotes: Footnotes, insert: Insert | None) -> None:
        self.locate = locate
        self.footnotes = footnotes
        self.diagnostics = footnotes.diagnostics
        self.insert = insert

    def read_claim(self, token: Token) -> Inlines:
        """Return what stands for a claim."""
        found = CLAIM.fullmatch(token.content)
        if self.insert is None or found is None:
            return (Text(token.content),)
        return self.insert(found["claim"], found["part"] or "", self._span(token))

    def read(self, token: Token) -> Inline:
        """Return the node of a token that holds no others."""
        match token.type:
            case "softbreak":
                return Text(" ")
            case "hardbreak":
                return LineBreak()
            case "code_inline":
                return Code(token.content)
            case "cross_reference":
                return CrossReference(token.content, self._span(token))
            case "citation":
                start = token.meta["at"][0] + 1
                items = parse_cited_items(token.content, shift(self.locate, start), self.diagnostics)
                return Citation(items, self._span(token))
            case "image":
                return self._refuse_image(token)
            case "footnote_call":
                return self.footnotes.call(token.content, self._span(token))
            case "footnote_unclosed":
                return self.footnotes.refuse_unclosed(self._span(token))
            case _:
                return Text(token.content)

    def wrap(self, token: Token, content: Inlines) -> Inline:
        """Return the node of a token that holds `content`."""
        wrap = _WRAPPERS.get(token.type)
        if wrap is not None:
            return wrap(content)
        if token.type == "footnote_open":
            return self.footnotes.note(content, self._span(token))
        return self._read_link(token, content)

    def _read_link(self, token: Token, content: Inlines) -> Inline:
        href = str(token.attrs.get("href", ""))
        check_target(href, self._span(token), self.diagnostics)
        return Link(href, content)

    def _refuse_image(self, token: Token) -> Inline:
        source = str(token.attrs.get("src", ""))
        self.diagnostics.error(
            "B231",
            f"picture '{source}' inside text",
            self._span(token),
            help=f"use a figure block: 'figure: {source}' with 'alt' and 'caption' beside it",
        )
        return Text(token.content)

    def _span(self, token: Token) -> Span:
        return self.locate(*token.meta["at"])


def _read_until(tokens: Iterator[Token], closing: str, reader: _InlineReader) -> Inlines:
    """Return the nodes up to the token of type `closing`, which is taken too."""
    nodes: list[Inline] = []
    for token in tokens:
        if token.type == closing:
            break
        if token.nesting == 1:
            content = _read_until(tokens, token.type.removesuffix("open") + "close", reader)
            nodes.append(reader.wrap(token, content))
        elif token.type == "claim":
            nodes.extend(reader.read_claim(token))
        else:
            nodes.append(reader.read(token))
    return join_texts(nodes, across_claims=False)
