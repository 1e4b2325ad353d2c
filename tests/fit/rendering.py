"""A deck as LibreOffice renders it with the fonts of the theme alone: the words of each slide, and where they are."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from lxml import etree

from tests.office import TIMEOUT_S, Substitute, render_pdf


@dataclass(frozen=True)
class Word:
    """A word; lengths in points from the slide's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class RenderedSlide:
    """One page of the rendering."""

    width: float
    height: float
    words: tuple[Word, ...]


def render(
    data: bytes,
    folder: Path,
    soffice: Path,
    pdftotext: Path,
    enlarged: int = 1,
    substitute: Substitute | None = None,
) -> tuple[RenderedSlide, ...]:
    """Return the slides of a deck, rendered; one that is drawn `enlarged` times larger is brought back to its size."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "deck.pptx").write_bytes(data)
    pdf = render_pdf(folder / "deck.pptx", folder, soffice, substitute)
    if enlarged > 1:
        _shrink(pdf, enlarged)
    out = folder / "words.html"
    subprocess.run([pdftotext, "-bbox", pdf, out], check=True, timeout=TIMEOUT_S)
    pages = etree.parse(out, etree.HTMLParser(encoding="utf-8")).iter("page")
    return tuple(
        RenderedSlide(
            float(page.get("width")), float(page.get("height")), tuple(map(_word, page.iter("word")))
        )
        for page in pages
    )


def _shrink(pdf: Path, factor: int) -> None:
    """Draw the pages of a PDF that much smaller."""
    with pikepdf.open(pdf, allow_overwriting_input=True) as document:
        for page in document.pages:
            page.contents_add(f"{1 / factor} 0 0 {1 / factor} 0 0 cm".encode(), prepend=True)
            page.mediabox = pikepdf.Array([value / factor for value in map(float, page.mediabox)])
        document.save(pdf)


def _word(element: etree._Element) -> Word:
    left, top, right, bottom = (float(element.get(name)) for name in ("xmin", "ymin", "xmax", "ymax"))
    return Word(element.text or "", left, top, right, bottom)
