"""Move figures that would leave a page half empty a few paragraphs on, as a compositor does.

A figure that does not fit below its text starts the next page and leaves the rest of its own page blank. The text
that follows it is set first then, up to the paragraph in which the page ends. Figures never pass one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

WORST_GAP = 0.15
"""Share of a page's height that may stay blank above a figure that starts the next page."""

LEAST_GAIN = 0.3
"""Share of the blank that must be filled for a move to be worth it."""

USUAL_SPACE_PX = 13.0
"""Space above what starts a page, where it would stand elsewhere; the layout does not tell."""

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
FRAMES = frozenset({"html", "body", "main", "section"})
FRAME_CLASSES = frozenset({"text", "points"})
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
        return bool(self.element.tag == "figure")

    @property
    def opens(self) -> bool:
        """Whether something must follow it on the same page."""
        return self.element.tag in HEADINGS or not self.classes.isdisjoint({"headline", "lead-in"})

    @property
    def breaks(self) -> bool:
        """Whether a page may end in it."""
        return self.element.tag in {"p", "ul", "ol"} or not self.classes.isdisjoint(BREAKABLE_CLASSES)


@dataclass(frozen=True, slots=True)
class Move:
    """A figure, and what it is to follow."""

    element: Any
    after: Any


def plan_moves(pages: Sequence[Any], moved: set[Any]) -> tuple[Move, ...]:
    """Return the moves that fill the pages; none if no page has a gap, and none of figures in `moved`."""
    heights = [page._page_box.height for page in pages]
    units = [list(_units(page._page_box, page._page_box.content_box_y())) for page in pages]
    gaps = (
        following
        and following[0].is_figure
        and following[0].element not in moved
        and height - max((unit.top + unit.height for unit in above), default=0) >= WORST_GAP * height
        for height, (above, following) in zip(heights, pairwise(units), strict=False)
    )
    if not any(gaps):
        return ()
    return tuple(_fill_pages(_joined(units), heights[0], heights[-1], moved))


def make_move(root: Any, move: Move) -> None:
    """Put the figure behind the element that it is to follow."""
    parents = {child: parent for parent in root.iter() for child in parent}
    parents[move.element].remove(move.element)
    siblings = parents[move.after]
    siblings.insert(list(siblings).index(move.after) + 1, move.element)


def _units(box: Any, origin: float) -> Iterator[Unit]:
    """Yield what stands in the flow of a page, from top to bottom."""
    for child in getattr(box, "children", ()):
        if child.element is None or not child.is_in_normal_flow():
            continue
        classes = child.element.get("class", "").split()
        if child.element_tag in FRAMES or not FRAME_CLASSES.isdisjoint(classes):
            yield from _units(child, origin)
        else:
            yield Unit(child.element, child.border_box_y() - origin, child.border_height())


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


def _fill_pages(units: list[Unit], first_height: float, height: float, moved: set[Any]) -> Iterator[Move]:
    """Yield moves while going through the pages as the layout would after them."""
    room, used, index = first_height, 0.0, 0
    while index < len(units):
        unit = units[index]
        needed = used + (unit.space if used else 0) + unit.height
        if needed > room and unit.is_figure and unit.element not in moved and room - used >= WORST_GAP * room:
            place = _find_place(units, index, room - used)
            if place is not None:
                moved.add(unit.element)
                yield Move(unit.element, units[place].element)
                units.insert(place, units.pop(index))
                continue
        if needed > room:
            used = (needed - room) % height if unit.breaks else unit.height
            room = height
        else:
            used = needed
        index += 1


def _find_place(units: Sequence[Unit], index: int, gap: float) -> int | None:
    """Return the index of the unit that the figure at `index` is to follow, so that the `gap` above it is filled."""
    filled, place, gain = 0.0, None, 0.0
    for later in range(index + 1, len(units)):
        unit = units[later]
        if unit.is_figure:
            break
        filled += unit.space + unit.height
        if not unit.opens and (filled <= gap or unit.breaks):
            place, gain = later, min(filled, gap)
        if filled > gap:
            break
    return place if gain >= LEAST_GAIN * gap else None
