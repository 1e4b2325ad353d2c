"""The texts of inlines and prose, as stretches that an output sets as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from unicodedata import bidirectional

from builder.model.inline import (
    Abbreviated,
    Citation,
    CitationMark,
    Code,
    CrossReference,
    Emphasis,
    Footnote,
    Inlines,
    LineBreak,
    Link,
    ReferenceLink,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from builder.model.prose import Paragraph, Prose

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that an output sets as one; any of `variants` will do, people are told of the first.

    Attributes:
        group: the tile, card or row of a table that it is part of, counted from 1 in its block: one sheet shows it all.
        claims: the ids of those that text in it was taken from. spoken: whether it stands in the speaker notes.
    """

    variants: tuple[str, ...]
    group: int = 0
    claims: tuple[str, ...] = ()
    spoken: bool = False

    @property
    def text(self) -> str:
        """The text as people are told about it."""
        return self.variants[0]


def words_from_right(piece: Piece) -> tuple[Piece, ...]:
    """Return the words of a text with letters read from right to left, each by itself; another text as it is.

    Why: a PDF has glyphs, not letters in their order, and readers of it give such words in the order of the page.
    """
    if piece.text.isascii() or not any(bidirectional(letter) in ("R", "AL") for letter in piece.text):
        return (piece,)
    return tuple(replace(piece, variants=(word,)) for word in re.split(r"[\s\W]+", piece.text) if word)


def prose_pieces(prose: Prose) -> Iterator[Piece]:
    """Yield each paragraph, and after it its footnotes, which pages have at their foot and decks after the notes."""
    for node in prose:
        if isinstance(node, Paragraph):
            yield from inline_pieces(node.content)
            for note in _footnotes(node.content):
                yield from inline_pieces(note.content)
        else:
            for item in node.items:
                yield from prose_pieces(item)


def _footnotes(content: Inlines) -> Iterator[Footnote]:
    for node in content:
        if isinstance(node, Footnote):
            yield node
        elif isinstance(node, Emphasis | Strong | Superscript | Subscript | Link):
            yield from _footnotes(node.content)


def inline_pieces(content: Inlines) -> Iterator[Piece]:
    """Yield one piece, citations included, or none where nothing could be read."""
    text = read_text(content)
    if any(character.isalnum() for character in text):
        yield Piece((text,), claims=claims_in(content))


def sentence_pieces(content: Inlines) -> Iterator[Piece]:
    """Yield each sentence, without its full stop: a slide sets the first one of a caption apart from the others."""
    for sentence in SENTENCE_END.split(read_text(content)):
        if any(character.isalnum() for character in sentence):
            yield Piece((sentence.strip().removesuffix("."),), claims=claims_in(content))


def spoken(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces as those of speaker notes."""
    return (replace(piece, spoken=True) for piece in pieces)


def claims_in(content: Inlines) -> tuple[str, ...]:
    """Return the ids of the claims that text in `content` was taken from, each once."""
    found: dict[str, None] = {}
    for node in content:
        if isinstance(node, Text):
            found |= {node.claim: None} if node.claim else {}
        elif isinstance(node, Emphasis | Strong | Superscript | Subscript | Link):
            found |= dict.fromkeys(claims_in(node.content))
    return tuple(found)


def read_text(content: Inlines) -> str:
    """Return the characters of `content`, those of its citations too."""
    parts: list[str] = []
    for node in content:
        match node:
            case Text(text=text) | Abbreviated(text=text) | Code(text=text) | ReferenceLink(text=text):
                parts.append(text)
            case LineBreak():
                parts.append(" ")
            case CitationMark() | Emphasis() | Strong() | Superscript() | Subscript() | Link():
                parts.append(read_text(node.content))
            case Footnote(mark=mark):
                parts.append(mark)
            case Citation() | CrossReference():
                continue
    return "".join(parts)
