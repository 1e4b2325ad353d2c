"""Stage 8, inspect: read back the PDF that was written."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from builder.pdf.drawn_text import drawn_text
from builder.pdf.figure_text import Box, text_within
from builder.pdf.object_boxes import boxes_of
from builder.pdf.reading import OutlineEntry, PdfFigure, PdfLink, PdfPage, PdfReading

POINTS_PER_MM = 72 / 25.4
HEAD_MM, FOOT_MM = 16.0, 15.0
"""Height of the strips of a page that hold its running head and foot."""

GROUP = 100
"""Pages of a long file that are read at a time; pdfium needs half a megabyte for each."""

LINE_END_HYPHENS = ("\x02", "\ufffe")
"""What pdfium returns for a hyphen that ends a line and for the line's end."""


def inspect_pdf(data: bytes, *, as_drawn: bool = False) -> PdfReading:
    """Return what the PDF `data` says, its text in the order of the pages, or that in which it was drawn."""
    pages = tuple(_read_pages(data, as_drawn))
    with pdfium.PdfDocument(data) as document:
        return PdfReading(
            pages=pages,
            outline=tuple(_read_outline(document)),
            destinations=dict(_read_destinations(document)),
            metadata={key: value for key, value in document.get_metadata_dict().items() if value},
        )


def _read_pages(data: bytes, as_drawn: bool) -> Iterator[PdfPage]:
    """Yield what the pages say; the file is opened anew for each group of them, for pdfium keeps what it has read."""
    first, count = 0, 1
    while first < count:
        with pdfium.PdfDocument(data) as document:
            count = len(document)
            for index in range(first, min(first + GROUP, count)):
                yield _read_page(document, document[index], as_drawn)
        first += GROUP


def _read_page(document: Any, page: Any, as_drawn: bool) -> PdfPage:
    left, bottom, right, top = page.get_trimbox()
    text_page = page.get_textpage()
    foot, head = bottom + FOOT_MM * POINTS_PER_MM, top - HEAD_MM * POINTS_PER_MM
    if as_drawn:
        text = drawn_text(page, text_page)
    else:
        text = text_page.get_text_bounded(left=left, right=right, bottom=foot, top=head)
    for mark in LINE_END_HYPHENS:
        text = text.replace(mark, "-\n")
    return PdfPage(
        text.replace("\r\n", "\n"), tuple(_read_figures(page, text_page)), tuple(_read_links(document, page))
    )


def _read_outline(document: Any) -> Iterator[OutlineEntry]:
    for bookmark in document.get_toc():
        destination = bookmark.get_dest()
        index = destination.get_index() if destination else None
        yield OutlineEntry(bookmark.level + 1, bookmark.get_title(), 0 if index is None else index + 1)


def _read_figures(page: Any, text_page: Any) -> Iterator[PdfFigure]:
    """Yield what has an alternative text; what is drawn is counted by its marked content (ISO 32000-1, 14.7.4.2)."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    boxes: dict[int, list[Box | None]] = {}
    try:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            for alt, content in _alts_below(raw.FPDF_StructTree_GetChildAtIndex(tree, index)):
                boxes = boxes or boxes_of(page)
                drawn = [box for number in content for box in boxes.get(number, ())]
                yield PdfFigure(alt, len(drawn), _text_in(text_page, [box for box in drawn if box]))
    finally:
        raw.FPDF_StructTree_Close(tree)


def _text_in(text_page: Any, boxes: list[Box]) -> str:
    """Return the text in the smallest box around all of `boxes`."""
    if not boxes:
        return ""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return text_within(text_page, (min(lefts), min(bottoms), max(rights), max(tops)))


def _alts_below(element: Any) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each alternative text with the numbers of its marked content."""
    if not element:
        return
    if alt := _read_utf16(lambda buffer, size: raw.FPDF_StructElement_GetAltText(element, buffer, size)):
        count = raw.FPDF_StructElement_GetMarkedContentIdCount(element)
        ids = (raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index) for index in range(count))
        yield alt, tuple(ids)
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        yield from _alts_below(raw.FPDF_StructElement_GetChildAtIndex(element, index))


def _read_links(document: Any, page: Any) -> Iterator[PdfLink]:
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, position, link):
        destination = raw.FPDFLink_GetDest(document, link)
        if destination:
            yield PdfLink(page=raw.FPDFDest_GetDestPageIndex(document, destination) + 1)
        elif action := raw.FPDFLink_GetAction(link):
            yield PdfLink(address=_read_address(document, action))


def _read_address(document: Any, action: Any) -> str:
    size = raw.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode()


def _read_destinations(document: Any) -> Iterator[tuple[str, int]]:
    for index in range(raw.FPDF_CountNamedDests(document)):
        size = ctypes.c_long(0)
        raw.FPDF_GetNamedDest(document, index, None, size)
        buffer = ctypes.create_string_buffer(size.value)
        destination = raw.FPDF_GetNamedDest(document, index, buffer, size)
        name = buffer.raw[: size.value].decode("utf-16-le").rstrip("\0")
        yield name, raw.FPDFDest_GetDestPageIndex(document, destination) + 1


def _read_utf16(read: Callable[[Any, int], int]) -> str:
    """Return what `read` writes into a buffer; called without one it tells the size in bytes."""
    size = read(None, 0)
    if not size:
        return ""
    buffer = ctypes.create_string_buffer(size)
    read(buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
