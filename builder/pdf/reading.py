"""What a PDF says, in our own types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_IGNORED = re.compile(r"[\s\-\u00ad\u2010-\u2015\u2212\ufffe\u0002]+")
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


def squeeze(text: str) -> str:
    """Return `text` without white space and hyphens, quotation marks straight: what line breaks leave as it is."""
    return _IGNORED.sub("", text.translate(_QUOTES))


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark; `level` counts from 1, `page` too, 0 where it leads nowhere."""

    level: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class PdfLink:
    """A link on a page: an address, or the name of a destination in the document; one of them is empty."""

    page: int
    address: str
    destination: str


@dataclass(frozen=True, slots=True)
class PdfReading:
    """A PDF, read back; pages count from 1.

    Attributes:
        pages: the text of each page between its running head and foot.
        destinations: the page of each named destination.
        metadata: of the document information dictionary.
    """

    pages: tuple[str, ...]
    outline: tuple[OutlineEntry, ...]
    links: tuple[PdfLink, ...]
    destinations: Mapping[str, int]
    metadata: Mapping[str, str]

    def find_page(self, text: str) -> int | None:
        """Return the page on which `text` begins, whatever its line breaks and hyphens."""
        wanted = squeeze(text)
        pages = [squeeze(page) for page in self.pages]
        start = "".join(pages).find(wanted)
        for number, page in enumerate(pages, start=1):
            if 0 <= start < len(page):
                return number
            start -= len(page)
        return None
