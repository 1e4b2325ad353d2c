"""Inlines and prose as HTML, with the typographer's rules applied; the same for the briefing and the deck."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup, escape

from builder.compose.typography import (
    EN_DASH,
    KNOWN_TEXTS,
    NO_BREAK_HYPHEN,
    NO_BREAK_SPACE,
    PRIME,
    typeset,
)
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
from builder.model.prose import Paragraph, Prose, ProseNode

_RANGE = rf"\d[\d.,]*%?{EN_DASH}\d[\d.,]*%?"
_UNBREAKABLE = re.compile(rf"[\w.{PRIME}]+(?:{NO_BREAK_HYPHEN}[\w.]+)+|(?<!\w){_RANGE}")
_SPACES = re.compile(r"[ \t\n]+")
_ADDRESS = re.compile(r"(?:https?://|doi:|10\.\d{4,}/)", re.IGNORECASE)
LONGEST_GLUED = 24
"""Characters of an inline that is kept on one line with the words that it touches."""

_TAGS: dict[type[Inline], str] = {Emphasis: "em", Strong: "strong", Superscript: "sup", Subscript: "sub"}


def inlines(content: Inlines, *, data: bool = False) -> Markup:
    """Return `content` as HTML; `data` keeps every character as it is, as in the list of references."""
    return _Inlines(data).render(content, "")


def sentence(content: Inlines) -> Markup:
    """Return `content` as HTML, with a full stop unless it ends as a sentence does."""
    ended = plain_text(content).rstrip().endswith((".", "!", "?", ":", "…"))
    return inlines(content) + ("" if ended else ".")


def prose(content: Prose) -> Markup:
    """Return paragraphs and lists as HTML."""
    return _join(_prose_node(node) for node in content)


def set_text(text: str) -> Markup:
    """Return plain text as HTML, typeset."""
    return _hold_together(typeset(text))


def _join(parts: Iterable[Markup]) -> Markup:
    return Markup("".join(parts))


def _element(tag: str, content: Markup, **attributes: str) -> Markup:
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"' for name, value in attributes.items()
    )
    return Markup(f"<{tag}{written}>{content}</{tag}>")


@lru_cache(KNOWN_TEXTS)
def _hold_together(text: str) -> Markup:
    """Return `text` with ranges, and terms that hold no-break hyphens, in `span.nobreak`, their hyphens plain.

    Why: a search for "CAR-NK" finds nothing where U+2011 is written, and few fonts have that character.
    """
    parts: list[Markup] = []
    end = 0
    for match in _UNBREAKABLE.finditer(text):
        parts.append(escape(text[end : match.start()]))
        parts.append(_element("span", escape(match[0].replace(NO_BREAK_HYPHEN, "-")), class_="nobreak"))
        end = match.end()
    parts.append(escape(text[end:].replace(NO_BREAK_HYPHEN, "-")))
    return _join(parts)


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
        return _join(_glue(list(group)) if joins else _join(t.html for t in group) for joins, group in groups)

    def _tokens(self, node: Inline, before: str) -> Iterator[_Token]:
        """Yield the pieces of a node; of a text, only its first and its last word can touch a neighbour."""
        if not isinstance(node, Text):
            yield _Token(self._node(node, before), joins=_is_short(node))
            return
        text = node.text if self._data else typeset(node.text, before)
        first, middle, last = _split(text)
        for piece, joins in ((first, True), (middle, False), (last, True)):
            if piece:
                yield _Token(_hold_together(piece), piece, joins)

    def _node(self, node: Inline, before: str) -> Markup:
        match node:
            case LineBreak():
                return Markup("<br>")
            case Code(text=text):
                return _element("code", escape(text))
            case Superscript(content=content) | Subscript(content=content):
                return _element(_TAGS[type(node)], self.render(content, " "))
            case Emphasis(content=content) | Strong(content=content):
                return _element(_TAGS[type(node)], self.render(content, before))
            case Link():
                return self._link(node, before)
            case CitationMark() | Footnote():
                return _citation(node) if isinstance(node, CitationMark) else _footnote(node)
            case Abbreviated(text=text, long=long):
                return _element("abbr", set_text(text), title=long)
            case ReferenceLink(text=text, target=target):
                label = escape(text.replace(" ", NO_BREAK_SPACE))
                return _element("a", label, class_="reference", href=f"#{target}")
            case Text() | Citation() | CrossReference():
                raise TypeError(f"not to be met here: {node}")

    def _link(self, node: Link, before: str) -> Markup:
        is_address = _ADDRESS.match(plain_text(node.content)) is not None
        content = (_Inlines(data=True) if is_address else self).render(node.content, before)
        return _element(
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
    return _element("span", _join(plain), class_="nobreak")


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
    leads = _element("a", escape(note.mark), href=f"#{place}")
    mark = _element("span", _element("a", escape(f"{note.mark} "), href=f"#{call}"), class_="footnote-mark")
    return _element(
        "sup", leads, class_="footnote-call", id=call, data_name=f"Call of footnote {note.mark}"
    ) + _element(
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
        content = _element("a", content, href=f"#ref-{mark.keys[0]}")
    return _element("span", content, class_="citation")


def _holds_link(content: Inlines) -> bool:
    return any(
        isinstance(node, Link)
        or (isinstance(node, Superscript | Emphasis | Strong) and _holds_link(node.content))
        for node in content
    )


def _prose_node(node: ProseNode) -> Markup:
    if isinstance(node, Paragraph):
        leads_in = plain_text(node.content).rstrip().endswith(":")
        kind = "aside" if node.aside else "lead-in" if leads_in else ""
        return _element("p", inlines(node.content), **({"class_": kind} if kind else {}))
    items = _join(_element("li", _item(item)) for item in node.items)
    if node.start is None:
        return _element("ul", items)
    return _element("ol", items, **({"start": str(node.start)} if node.start != 1 else {}))


def _item(content: Prose) -> Markup:
    """Return a list item's content; its first paragraph stands without `p`, as in a tight list."""
    if content and isinstance(content[0], Paragraph):
        return inlines(content[0].content) + prose(content[1:])
    return prose(content)


def css(text: str) -> Markup:
    """Return a style sheet as it may stand in a `style` element."""
    return Markup(text.replace("</", "<\\/"))


FILTERS: dict[str, Callable[..., object]] = {
    "css": css,
    "inlines": inlines,
    "prose": prose,
    "sentence": sentence,
    "plain": plain_text,
    "typeset": set_text,
}
"""The filters of every template."""
