"""What is wrong with a deck by our own geometry and rules, in words."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from builder.deck.model import (
    Anchor,
    ChartShape,
    Deck,
    Field,
    Insets,
    LayoutPlaceholder,
    PictureShape,
    PlaceholderKind,
    PlaceholderText,
    Run,
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
OVERLAP = Length.from_pt(1)
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
            yield Frame(shape.name, shape.text, _inner(shape.rect, _placeholder(deck, slide, shape).insets))
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
    repeated = [
        f"the title '{title}' stands {number} times" for title, number in titles.items() if number > 1
    ]
    keys = Counter(slide.key for slide in deck.slides)
    repeated += [f"the key '{key}' stands {number} times" for key, number in keys.items() if number > 1]
    return repeated + [
        f"{slide.key} ({slide.layout}): {fault}"
        for slide in deck.slides
        for fault in (
            *_misfits(deck, slide),
            *_overlaps(deck, slide),
            *_title_faults(slide),
            *_shape_faults(slide),
        )
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


def _overlaps(deck: Deck, slide: Slide) -> Iterator[str]:
    """Yield what stands on something else: lines of text, pictures, charts and tables."""
    inks = list(_inks(deck, slide))
    for (one, here), (other, there) in itertools.combinations(inks, 2):
        across = min(here.right, there.right) - max(here.x, there.x)
        down = min(here.bottom, there.bottom) - max(here.y, there.y)
        if across > OVERLAP and down > OVERLAP:
            yield f"{one} and {other} overlap by {Length(across).pt:.1f} x {Length(down).pt:.1f} pt"


def _inks(deck: Deck, slide: Slide) -> Iterator[tuple[str, Rect]]:
    for shape in leaves(slide.shapes):
        if isinstance(shape, PictureShape | ChartShape | TableShape):
            yield shape.name, shape.rect
        elif isinstance(shape, PlaceholderText | TextShape) and shape.text:
            frame = shape.text
            insets, anchor = frame.insets, frame.anchor
            if isinstance(shape, PlaceholderText):
                target = _placeholder(deck, slide, shape)
                insets, anchor = target.insets, target.anchor
            free = shape.rect.height - insets.top - insets.bottom - frame.text_height
            above = {
                Anchor.TOP: _space_before(deck, slide, shape),
                Anchor.MIDDLE: free // 2,
                Anchor.BOTTOM: free,
            }[anchor]
            left, top = shape.rect.x + insets.left, shape.rect.y + insets.top + above
            width = shape.rect.width - insets.left - insets.right
            yield shape.name, Rect(Length(left), Length(top), Length(width), frame.text_height)


def _space_before(deck: Deck, slide: Slide, shape: PlaceholderText | TextShape) -> int:
    """Return the space above the first line of a placeholder, where programs keep it."""
    if not isinstance(shape, PlaceholderText) or not shape.text.paragraphs:
        return 0
    first = shape.text.paragraphs[0]
    levels = _placeholder(deck, slide, shape).levels
    space = first.style.space_before_pt
    return Length.from_pt(levels[first.level].space_before_pt or 0 if space is None else space)


def _placeholder(deck: Deck, slide: Slide, shape: PlaceholderText) -> LayoutPlaceholder:
    return next(item for item in deck.layout(slide.layout).placeholders if item.idx == shape.idx)


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
        if isinstance(shape, PlaceholderText) and not _says_something(shape):
            yield f"the placeholder '{shape.name}' is empty"


def _says_something(shape: PlaceholderText) -> bool:
    runs = [run for node in paragraphs_of(shape) for run in node.runs]
    return any(isinstance(run, Field) or (isinstance(run, Run) and run.text.strip()) for run in runs)


def _texts(shape: SlideShape) -> list[str]:
    return [plain(node) for node in paragraphs_of(shape)]
