"""What a PDF says, in our own types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PdfLink:
    """A link: an address, or the page (from 1) of this document that it leads to, else 0."""

    address: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class PdfFigure:
    """A figure of the tag tree: its alternative text, how many things are drawn under it on its page, and its words."""

    alt: str
    drawn: int
    text: str


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page.

    Attributes:
        text: between the running head and foot, lines ended by `\\n`; a hyphen that ends a line is U+FFFE.
        figures: what has an alternative text, in the order of the tag tree.
    """

    text: str
    figures: tuple[PdfFigure, ...]
    links: tuple[PdfLink, ...]


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark; `level` and `page` count from 1, `page` is 0 where it leads nowhere."""

    level: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class PdfReading:
    """A PDF, read back.

    Attributes:
        destinations: the page, from 1, of each named destination: the ids of sections, blocks and references.
        metadata: of the document information dictionary, what is not empty.
    """

    pages: tuple[PdfPage, ...]
    outline: tuple[OutlineEntry, ...]
    destinations: Mapping[str, int]
    metadata: Mapping[str, str]
