"""Inline nodes: what stands inside a paragraph, a cell, a title.

`Citation` and `CrossReference` are what the author wrote; resolving replaces them by `CitationMark`
and `ReferenceLink`. Writers never meet the former two; only the report's composer makes and meets `Abbreviated`.
A `Footnote` stands where it is called, in running text alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from builder.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they are shown; `claim` is the id of the claim that they were taken from."""

    text: str
    span: Span | None = None
    claim: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break that the author asked for."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress, shown in italics."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """Importance, shown in bold."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised text, `^…^`."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Subscript:
    """Lowered text, `~…~`."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    """Text in a monospaced font."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink; `href` is an http(s) or mailto address, or `#` and the id of a place in the document."""

    href: str
    content: Inlines


@dataclass(frozen=True, slots=True)
class CitedItem:
    """One work in a citation, as in `[see @Liu2020, p. 3]`."""

    key: str
    span: Span
    prefix: str = ""
    locator: str = ""
    suppress_author: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@a; @b]`: works cited together."""

    items: tuple[CitedItem, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CrossReference:
    """`@fig-car`: a pointer to a labelled block or section."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class CitationMark:
    """A citation as the style shows it; `keys` are the works, in the order shown."""

    content: Inlines
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReferenceLink:
    """A resolved cross-reference: `text` such as "Figure 2", and the id that it points to."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Abbreviated:
    """An abbreviation at its first use, and what it stands for."""

    text: str
    long: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note on the running text, `^[…]`; `mark` (such as "a") is filled by resolving."""

    content: Inlines
    span: Span
    mark: str = ""


Inline: TypeAlias = (
    Text
    | Abbreviated
    | LineBreak
    | Emphasis
    | Strong
    | Superscript
    | Subscript
    | Code
    | Link
    | Citation
    | CrossReference
    | CitationMark
    | ReferenceLink
    | Footnote
)
Inlines: TypeAlias = tuple[Inline, ...]


def plain_text(content: Inlines) -> str:
    """Return the characters of `content` without markup; citations and footnotes in it are left out."""
    parts: list[str] = []
    for node in content:
        match node:
            case Text(text=text) | Abbreviated(text=text) | Code(text=text) | ReferenceLink(text=text):
                parts.append(text)
            case LineBreak():
                parts.append(" ")
            case Citation() | CitationMark() | Footnote():
                continue
            case CrossReference(label=label):
                parts.append(label)
            case Emphasis() | Strong() | Superscript() | Subscript() | Link():
                parts.append(plain_text(node.content))
    return "".join(parts)


def join_texts(content: Iterable[Inline], *, across_claims: bool) -> Inlines:
    """Return the nodes without empty text, and with neighbouring texts made one, unless a claim parts them."""
    joined: list[Inline] = []
    for node in content:
        last = joined[-1] if joined else None
        if not isinstance(node, Text) or not isinstance(last, Text):
            joined += () if isinstance(node, Text) and not node.text else (node,)
        elif node.text and (across_claims or not (node.claim or last.claim)):
            joined[-1] = Text(last.text + node.text)
        elif node.text:
            joined.append(node)
    return tuple(joined)
