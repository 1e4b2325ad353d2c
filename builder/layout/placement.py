"""Move figures that would leave a page half empty a few paragraphs on, as a compositor does.

A figure that does not fit below its text starts the next page and leaves the rest of its own page blank. The text
that follows it is set first then, up to the paragraph in which the page ends. Figures never pass one another: those
right behind it move too. So with a table on landscape pages, which leaves the rest of the page before it blank: it
never passes another table.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

from builder.layout.flow_units import Unit, iter_units, join_units
from builder.layout.footnotes import height_of_footnotes

WORST_GAP = 0.15
"""Share of a page's height that may stay blank above a figure that starts the next page."""

LEAST_GAIN = 0.3
"""Share of the blank that must be filled for a move to be worth it."""


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
    units = [list(iter_units(page._page_box)) for page in pages]
    for height, (above, following) in zip(heights, pairwise(units), strict=False):
        used = max((unit.top + unit.height for unit in above), default=0)
        figure = following[0] if following else None
        if figure is None or not figure.is_figure or figure.element in moved:
            continue
        if height - used >= WORST_GAP * height:
            joined = join_units(units)
            start = next(index for index, unit in enumerate(joined) if unit.element is figure.element)
            return tuple(_fill_pages(joined, start, Room(height, used), max(heights[1:]), moved))
    return ()


def make_moves(root: Any, moves: Iterable[Move]) -> None:
    """Put each figure behind the element that it is to follow, one after the other."""
    parents = {child: parent for parent in root.iter() for child in parent}
    for move in moves:
        parents[move.element].remove(move.element)
        siblings = parents[move.element] = parents[move.after]
        siblings.insert(list(siblings).index(move.after) + 1, move.element)


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
