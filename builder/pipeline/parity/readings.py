"""What was read back from each output, as the comparison wants it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.pdf.reading import PdfReading
from builder.pipeline.parity.drawings import Drawing
from builder.pipeline.parity.pieces import Piece
from builder.pipeline.parity.search import SheetReading
from builder.pptx.reading.model import DeckReading, ReadShape, ReadSlide
from builder.web.inspect import PageReading


def report_sheets(reading: PdfReading) -> tuple[SheetReading, ...]:
    """Return what each page says between its running head and foot."""
    return tuple(
        SheetReading(
            number,
            page.text,
            tuple(Drawing(found.alt, found.drawn, (Piece((found.text,)),)) for found in page.figures),
        )
        for number, page in enumerate(reading.pages, 1)
    )


def deck_sheets(reading: DeckReading) -> tuple[SheetReading, ...]:
    """Return what each slide says, its notes included."""
    return tuple(_slide(number, slide) for number, slide in enumerate(reading.slides, reading.first_number))


def page_sheets(reading: PageReading) -> tuple[SheetReading, ...]:
    """Return what the web page says, as one sheet."""
    drawings = (Drawing(found.alt, found.drawn, (Piece((found.text,)),)) for found in reading.drawings)
    return (SheetReading(1, reading.text, tuple(drawings)),)


def _slide(number: int, slide: ReadSlide) -> SheetReading:
    shapes = tuple(_all_shapes(slide.shapes))
    drawings = (
        Drawing(
            shape.alt,
            pieces=tuple(Piece((text,)) for text in shape.series_texts),
            numbers=shape.numbers,
            cells=shape.workbook,
            files=tuple((digest, "") for digest in shape.media),
        )
        for shape in shapes
        if shape.alt
    )
    return SheetReading(number, f"{slide.text}\n{slide.notes_text}", tuple(drawings))


def _all_shapes(shapes: Iterable[ReadShape]) -> Iterator[ReadShape]:
    for shape in shapes:
        yield shape
        yield from _all_shapes(shape.shapes)
