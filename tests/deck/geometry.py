"""Whether a deck fits by our own geometry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.deck.model import Deck, Insets, PlaceholderText, Slide, SlideShape, TableShape, TextFrame, TextShape
from builder.units import Length, Rect
from tests.deck.samples import leaves

FULLEST = 0.953
"""Share of a frame's inner height that text may fill: 5 % of the text's height is spare."""

ROUNDING = Length.from_pt(0.5)


@dataclass(frozen=True, slots=True)
class Frame:
    """Text and the room that it has."""

    name: str
    text: TextFrame
    room: Length

    @property
    def share(self) -> float:
        return self.text.text_height / self.room if self.room > 0 else float("inf")


def frames(deck: Deck, slide: Slide) -> Iterator[Frame]:
    """Yield the text frames of a slide, cells of tables too."""
    for shape in leaves(slide.shapes):
        if isinstance(shape, TableShape):
            yield from _cells(shape)
        elif isinstance(shape, PlaceholderText):
            target = next(item for item in deck.layout(slide.layout).placeholders if item.idx == shape.idx)
            yield Frame(shape.name, shape.text, _inner(shape.rect, target.insets))
        elif isinstance(shape, TextShape) and shape.text:
            yield Frame(shape.name, shape.text, _inner(shape.rect, shape.text.insets))


def _cells(table: TableShape) -> Iterator[Frame]:
    for cell in table.cells:
        height = Length(sum(table.row_heights[cell.row : cell.row + cell.rowspan]))
        room = Length(height - cell.text.insets.top - cell.text.insets.bottom)
        if cell.text.paragraphs:
            yield Frame(f"{table.name}, row {cell.row}, column {cell.column}", cell.text, room)


def _inner(rect: Rect, insets: Insets) -> Length:
    return Length(rect.height - insets.top - insets.bottom)


def misfits(deck: Deck) -> list[str]:
    """Return what does not fit, in words."""
    page = Rect(Length(0), Length(0), deck.size.width, deck.size.height)
    found = []
    for slide in deck.slides:
        for frame in frames(deck, slide):
            if frame.share > FULLEST:
                found.append(f"{slide.key} ({slide.layout}): {frame.name} is full to {frame.share:.1%}")
        for shape in (*slide.shapes, *leaves(slide.shapes)):
            if not page.contains(shape.rect, ROUNDING):
                found.append(f"{slide.key} ({slide.layout}): {shape.name} leaves the slide")
            if _is_flat(shape):
                found.append(f"{slide.key} ({slide.layout}): {shape.name} has no extent")
    return found


def _is_flat(shape: SlideShape) -> bool:
    """Return whether a picture, chart or table is too small to be seen."""
    smallest = Length.from_inches(0.5)
    shows = type(shape).__name__ in ("PictureShape", "ChartShape", "TableShape")
    return shows and min(shape.rect.width, shape.rect.height) < smallest
