"""Inlines as HTML, with the typographer's rules applied; the same for the briefing and the deck."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from builder.compose.elements import element, hold_together, join
from builder.compose.typography import NO_BREAK_HYPHEN, NO_BREAK_SPACE, typeset
from builder.model.inline import (
    Abbreviated,
    Citation,
    CitationMark,
    Code,
    CrossReference,
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ReferenceLink,
    Strong,
    Subscript,
    Superscript,
    Text,
    join_texts,
    plain_text,
)

_SPACES = re.compile(r"[ \t\n]+")
_ADDRESS = re.compile(r"(?:https?://|doi:|10\.\d{4,}/)", re.IGNORECASE)
LONGEST_GLUED = 24
"""Characters of an inline that is kept on one line with the words that it touches."""

_TAGS: dict[type[Inline], str] = {Emphasis: "em", Strong: "strong", Superscript: "sup", Subscript: "sub"}


def inlines(content: Inlines, *, data: bool = False) -> Markup:
    """Return `content` as HTML; `data` keeps every character as it is, as in the list of references."""
    return _Inlines(data).render(content, "")


def set_text(text: str) -> Markup:
    """Return plain text as HTML, typeset."""
    return hold_together(typeset(text))


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of a line; `text` is its text if it is no more. Pieces that join stay on the line of their neighbours."""

    html: Markup
    text: str = ""
    joins: bool = False


class _Inlines:
    """Renders inlines, minding what stands before each text."""

    def __init__(self, data: bool) -> None:
        self._data = data

    def render(self, content: Inlines, before: str) -> Markup:
        tokens: list[_Token] = []
        for node in join_texts(content, across_claims=True):
            tokens.extend(self._tokens(node, before))
            before = plain_text((node,)) or before
        groups = groupby(tokens, key=lambda token: token.joins)
        return join(_glue(list(group)) if joins else join(t.html for t in group) for joins, group in groups)

    def _tokens(self, node: Inline, before: str) -> Iterator[_Token]:
        """Yield the pieces of a node; of a text, only its first and its last word can touch a neighbour."""
        if not isinstance(node, Text):
            yield _Token(self._node(node, before), joins=_is_short(node))
            return
        text = node.text if self._data else typeset(node.text, before)
        first, middle, last = _split(text)
        for piece, joins in ((first, True), (middle, False), (last, True)):
            if piece:
                yield _Token(hold_together(piece), piece, joins)

    def _node(self, node: Inline, before: str) -> Markup:
        match node:
            case LineBreak():
                return Markup("<br>")
            case Code(text=text):
                return element("code", escape(text))
            case Superscript(content=content) | Subscript(content=content):
                return element(_TAGS[type(node)], self.render(content, " "))
            case Emphasis(content=content) | Strong(content=content):
                return element(_TAGS[type(node)], self.render(content, before))
            case Link():
                return self._link(node, before)
            case CitationMark() | Footnote():
                return _citation(node) if isinstance(node, CitationMark) else _footnote(node)
            case Abbreviated(text=text, long=long):
                return element("abbr", set_text(text), title=long)
            case ReferenceLink(text=text, target=target):
                label = escape(text.replace(" ", NO_BREAK_SPACE))
                return element("a", label, class_="reference", href=f"#{target}")
            case Text() | Citation() | CrossReference():
                raise TypeError(f"not to be met here: {node}")

    def _link(self, node: Link, before: str) -> Markup:
        is_address = _ADDRESS.match(plain_text(node.content)) is not None
        content = (_Inlines(data=True) if is_address else self).render(node.content, before)
        return element(
            "a", content, class_="place" if node.href.startswith("#") else "address", href=node.href
        )


def _is_short(node: Inline) -> bool:
    """Return whether a node must not be parted from the words that it touches."""
    match node:
        case CitationMark(content=content) | Superscript(content=content) | Subscript(content=content):
            return len(plain_text(content)) <= LONGEST_GLUED
        case ReferenceLink() | Abbreviated() | Footnote():
            return True
        case _:
            return False


def _glue(tokens: list[_Token]) -> Markup:
    """Return words and short inlines that touch, as one that does not break.

    Why: WeasyPrint 70.0 breaks lines between a word and a raised number or a bracket in the next element (#1614).
    """
    if len(tokens) == 1:
        return tokens[0].html
    plain = (escape(t.text.replace(NO_BREAK_HYPHEN, "-")) if t.text else t.html for t in tokens)
    return element("span", join(plain), class_="nobreak")


def _split(text: str) -> tuple[str, str, str]:
    """Return the word that begins `text`, what stands between, and the word that ends it."""
    spaces = [match.span() for match in _SPACES.finditer(text)]
    if not spaces:
        return text, "", ""
    start, end = spaces[0][0], spaces[-1][1]
    return text[:start], text[start:end], text[end:]


def _footnote(note: Footnote) -> Markup:
    """Return the call of a footnote and, behind it, the note, which a style sheet sets elsewhere.

    Each leads to the other. `data-name` is what a link to it is described as.
    """
    call, place = f"fnref-{note.mark}", f"fn-{note.mark}"
    leads = element("a", escape(note.mark), href=f"#{place}")
    mark = element("span", element("a", escape(f"{note.mark} "), href=f"#{call}"), class_="footnote-mark")
    return element(
        "sup", leads, class_="footnote-call", id=call, data_name=f"Call of footnote {note.mark}"
    ) + element(
        "span",
        mark + inlines(note.content),
        class_="footnote",
        id=place,
        data_name=f"Footnote {note.mark}",
    )


def _citation(mark: CitationMark) -> Markup:
    """Return a citation whose parts lead to the works in the list of references."""
    content = _Inlines(data=True).render(mark.content, "")
    if not _holds_link(mark.content):
        content = element("a", content, href=f"#ref-{mark.keys[0]}")
    return element("span", content, class_="citation")


def _holds_link(content: Inlines) -> bool:
    return any(
        isinstance(node, Link)
        or (isinstance(node, Superscript | Emphasis | Strong) and _holds_link(node.content))
        for node in content
    )
