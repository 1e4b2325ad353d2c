"""Move figures that would leave a page half empty a few paragraphs on, as a compositor does.

A figure that does not fit below its text starts the next page and leaves the rest of its own page blank. The text
that follows it is set first then, up to the paragraph in which the page ends. Figures never pass one another: those
right behind it move too. So with a table on landscape pages, which leaves the rest of the page before it blank: it
never passes another table.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Any

from builder.layout.flow import flow_boxes, opens
from builder.layout.footnotes import height_of_footnotes

WORST_GAP = 0.15
"""Share of a page's height that may stay blank above a figure that starts the next page."""

LEAST_GAIN = 0.3
"""Share of the blank that must be filled for a move to be worth it."""

USUAL_SPACE_PX = 13.0
"""Space above what starts a page, where it would stand elsewhere; the layout does not tell."""

BREAKABLE_CLASSES = frozenset({"table", "steps", "cards", "timeline"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, list, heading or block in the flow.

    Attributes:
        top, height: in CSS pixels; `top` from the top of the page's text, `height` over all its pages.
        space: above it.
    """

    element: Any
    top: float
    height: float
    space: float = USUAL_SPACE_PX

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.element.get("class", "").split())

    @property
    def is_figure(self) -> bool:
        """Whether it may stand behind text that follows it."""
        return self.element.tag == "figure" or self.is_turned

    @property
    def is_turned(self) -> bool:
        """Whether it has landscape pages of its own."""
        return "landscape" in self.classes

    def counts_like(self, other: Unit) -> bool:
        """Whether both are numbered in one order, which must not change."""
        tables = [unit.is_turned or "table" in unit.classes for unit in (self, other)]
        return self.is_figure and other.is_figure if not any(tables) else all(tables)

    @property
    def opens(self) -> bool:
        """Whether something must follow it on the same page."""
        return opens(self.element)

    @property
    def breaks(self) -> bool:
        """Whether a page may end in it."""
        return self.element.tag in {"p", "ul", "ol"} or not self.classes.isdisjoint(BREAKABLE_CLASSES)


@dataclass(frozen=True, slots=True)
class Room:
    """The text area of a page, of which the upper part is used, in CSS pixels."""

    height: float
    used: float


@dataclass(frozen=True, slots=True)
class Move:
    """A figure, and what it is to follow."""

    element: Any
    after: Any


def plan_moves(pages: Sequence[Any], moved: set[Any]) -> tuple[Move, ...]:
    """Return the moves that fill the pages; none if no page has a gap, and none of figures in `moved`."""
    heights = [page._page_box.height - height_of_footnotes(page) for page in pages]
    units = [list(_units(page._page_box)) for page in pages]
    for height, (above, following) in zip(heights, pairwise(units), strict=False):
        used = max((unit.top + unit.height for unit in above), default=0)
        figure = following[0] if following else None
        if figure is None or not figure.is_figure or figure.element in moved:
            continue
        if height - used >= WORST_GAP * height:
            joined = _joined(units)
            start = next(index for index, unit in enumerate(joined) if unit.element is figure.element)
            return tuple(_fill_pages(joined, start, Room(height, used), max(heights[1:]), moved))
    return ()


def make_move(root: Any, move: Move) -> None:
    """Put the figure behind the element that it is to follow."""
    parents = {child: parent for parent in root.iter() for child in parent}
    parents[move.element].remove(move.element)
    siblings = parents[move.after]
    siblings.insert(list(siblings).index(move.after) + 1, move.element)


def _units(page: Any) -> Iterator[Unit]:
    """Yield what stands in the flow of a page, from top to bottom."""
    origin = page.content_box_y()
    for box in flow_boxes(page):
        yield Unit(box.element, box.border_box_y() - origin, box.border_height())


def _joined(pages: Sequence[Sequence[Unit]]) -> list[Unit]:
    """Return the units of all pages, each once, with the space above it."""
    joined: list[Unit] = []
    for units in pages:
        bottom = -USUAL_SPACE_PX
        for unit in units:
            if joined and joined[-1].element is unit.element:
                joined[-1] = replace(joined[-1], height=joined[-1].height + unit.height)
            else:
                joined.append(replace(unit, space=unit.top - bottom))
            bottom = unit.top + unit.height
    return joined


def _fill_pages(units: list[Unit], index: int, first: Room, height: float, moved: set[Any]) -> Iterator[Move]:
    """Yield moves from the unit at `index` on, while going through the pages as the layout would after them."""
    room, used = first.height, first.used
    while index < len(units):
        unit = units[index]
        needed = math.inf if unit.is_turned else used + (unit.space if used else 0) + unit.height
        if needed > room and unit.is_figure and unit.element not in moved and room - used >= WORST_GAP * room:
            run = _figures_together(units, index)
            place = _find_place(units, index + len(run), room - used)
            if place is not None and _fit_on_one_page(run, height):
                after = units[place].element
                units[index : place + 1] = [*units[index + len(run) : place + 1], *run]
                for figure in run:
                    moved.add(figure.element)
                    yield Move(figure.element, after)
                    after = figure.element
                continue
        if unit.is_turned:
            used, room = 0.0, height
        elif needed > room:
            used = (needed - room) % height if unit.breaks else unit.height
            room = height
        else:
            used = needed
        index += 1


def _figures_together(units: Sequence[Unit], index: int) -> list[Unit]:
    """Return the figure at `index` and those right behind it that it may not pass: they move with it."""
    first = units[index]
    following = units[index + 1 :]
    return [first, *takewhile(lambda unit: unit.is_figure and unit.counts_like(first), following)]


def _fit_on_one_page(figures: Sequence[Unit], height: float) -> bool:
    """Return whether figures leave the text that they belong to by a page at most; a single one always does."""
    return len(figures) == 1 or sum(figure.space + figure.height for figure in figures) <= height


def _find_place(units: Sequence[Unit], start: int, gap: float) -> int | None:
    """Return the index of the unit that the figures right before `start` are to follow, so that the `gap` is filled.

    One with pages of its own would leave the rest of a paragraph that breaks alone on a page.
    """
    filled, place, gain = 0.0, None, 0.0
    moving = units[start - 1]
    for later in range(start, len(units)):
        unit = units[later]
        if unit.counts_like(moving):
            break
        filled += unit.space + unit.height
        if not unit.opens and (filled <= gap or (unit.breaks and not moving.is_turned)):
            place, gain = later, min(filled, gap)
        if filled > gap:
            break
    return place if gain >= LEAST_GAIN * gap else None
