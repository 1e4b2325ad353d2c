"""What was read back from each output, as the comparison wants it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.pipeline.parity.compare import SheetReading
from builder.pptx.reading.model import DeckReading, ReadShape


def deck_sheets(reading: DeckReading) -> tuple[SheetReading, ...]:
    """Return what each slide says, its notes included."""
    return tuple(
        SheetReading(number, f"{slide.text}\n{slide.notes_text}", tuple(_alts(slide.shapes)))
        for number, slide in enumerate(reading.slides, 1)
    )


def _alts(shapes: Iterable[ReadShape]) -> Iterator[str]:
    for shape in shapes:
        if shape.alt:
            yield shape.alt
        yield from _alts(shape.shapes)
