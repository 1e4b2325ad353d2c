"""Stage 7, inspect: read back what was written."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from builder.pdf.reading import OutlineEntry, PdfLink, PdfReading

POINTS_PER_MM = 72 / 25.4
HEAD_MM, FOOT_MM = 21.0, 20.0
"""Height of the strips of a page that hold its running head and foot."""


def inspect_pdf(data: bytes) -> PdfReading:
    """Return what the PDF `data` says."""
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(data) as document:
        pages = list(document)
        return PdfReading(
            pages=tuple(_body_text(page) for page in pages),
            outline=tuple(_outline(document)),
            links=tuple(link for number, page in enumerate(pages, 1) for link in _links(document, page, number)),
            destinations=dict(_destinations(document)),
            metadata={key: value for key, value in document.get_metadata_dict().items() if value},
        )


def _body_text(page: Any) -> str:
    width, height = page.get_size()
    text: str = page.get_textpage().get_text_bounded(
        left=0, right=width, bottom=FOOT_MM * POINTS_PER_MM, top=height - HEAD_MM * POINTS_PER_MM
    )
    return text.replace("\r\n", "\n")
