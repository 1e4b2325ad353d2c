"""What is wrong with a deck by our own geometry and rules, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from builder.deck.model import (
    ChartShape,
    Deck,
    Insets,
    PictureShape,
    PlaceholderKind,
    PlaceholderText,
    Slide,
    SlideShape,
    TableShape,
    TextFrame,
    TextShape,
)
from builder.units import Length, Rect
from tests.deck.samples import all_shapes, leaves, paragraphs_of, plain

FULLEST = 0.953
"""Share of a frame's inner height that text may fill: 5 % of the text's height is spare."""

ROUNDING = Length.from_pt(0.5)
SMALLEST = Length.from_inches(0.5)
TITLES = (PlaceholderKind.TITLE, PlaceholderKind.CENTER_TITLE)


@dataclass(frozen=True, slots=True)
class Frame:
    """Text and the height that it has."""

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
        if cell.text.paragraphs:
            room = Length(height - cell.text.insets.top - cell.text.insets.bottom)
            yield Frame(f"{table.name}, row {cell.row}, column {cell.column}", cell.text, room)


def _inner(rect: Rect, insets: Insets) -> Length:
    return Length(rect.height - insets.top - insets.bottom)


def faults_of(deck: Deck) -> list[str]:
    """Return everything that must not be."""
    titles = Counter(slide.title for slide in deck.slides)
    repeated = [f"the title '{title}' stands {number} times" for title, number in titles.items() if number > 1]
    keys = Counter(slide.key for slide in deck.slides)
    repeated += [f"the key '{key}' stands {number} times" for key, number in keys.items() if number > 1]
    return repeated + [
        f"{slide.key} ({slide.layout}): {fault}"
        for slide in deck.slides
        for fault in (*_misfits(deck, slide), *_title_faults(slide), *_shape_faults(slide))
    ]


def _misfits(deck: Deck, slide: Slide) -> Iterator[str]:
    page = Rect(Length(0), Length(0), deck.size.width, deck.size.height)
    for frame in frames(deck, slide):
        if frame.share > FULLEST:
            yield f"{frame.name} is full to {frame.share:.1%}"
    for shape in all_shapes(slide.shapes):
        if not page.contains(shape.rect, ROUNDING):
            yield f"{shape.name} leaves the slide"
        shows = isinstance(shape, PictureShape | ChartShape | TableShape)
        if shows and min(shape.rect.width, shape.rect.height) < SMALLEST:
            yield f"{shape.name} is too small to be seen"


def _title_faults(slide: Slide) -> Iterator[str]:
    holders = [item for item in slide.shapes if isinstance(item, PlaceholderText) and item.kind in TITLES]
    if len(holders) != 1:
        yield f"{len(holders)} title placeholders"
    elif "".join(_texts(holders[0])) != slide.title:
        yield f"the title placeholder says '{''.join(_texts(holders[0]))}', not '{slide.title}'"


def _shape_faults(slide: Slide) -> Iterator[str]:
    names = Counter(shape.name for shape in all_shapes(slide.shapes))
    for name, number in names.items():
        if number > 1:
            yield f"{number} shapes are called '{name}'"
    for shape in slide.shapes:
        if isinstance(shape, PlaceholderText) and not "".join(_texts(shape)).strip():
            if not any(hasattr(run, "kind") for node in paragraphs_of(shape) for run in node.runs):
                yield f"the placeholder '{shape.name}' is empty"


def _texts(shape: SlideShape) -> list[str]:
    return [plain(node) for node in paragraphs_of(shape)]
