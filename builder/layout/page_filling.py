"""Move figures that would leave a page half empty a few paragraphs on, as a compositor does.

A figure that does not fit below its text starts the next page and leaves the rest of its own page blank. The text
that follows it is set first then, up to the paragraph in which the page ends. Figures never pass one another: those
right behind it move too. So with a table on landscape pages, which leaves the rest of the page before it blank: it
never passes another table.

Such a page is laid out again with the figures out of its way, and they are put where the page ends then. Styles are
found before that, so those that depend on the neighbours of an element know of the order in the HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

from builder.layout.flow import FlowOrder, Unit, iter_units
from builder.layout.footnotes import height_of_footnotes

WORST_GAP = 0.15
"""Share of a page's height that may stay blank above a figure that starts the next page."""

LEAST_GAIN = 0.3
"""Share of the blank that must be filled for a move to be worth it."""

FORCED_BREAKS = frozenset({"page", "left", "right", "recto", "verso"})


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A page, and where its text goes on.

    Attributes:
        box, resume_at: WeasyPrint's; `resume_at` is None after the last page.
        break_after: the kind of break after it. next_name: the name of the next page.
    """

    box: Any
    resume_at: Mapping[int, Any] | None
    break_after: str
    next_name: str | None

    @property
    def height(self) -> float:
        """What text may take of its height, in CSS pixels."""
        return float(self.box.height) - height_of_footnotes(self.box)

    @property
    def gap(self) -> float:
        """How much of its foot is blank, in CSS pixels."""
        top = self.box.content_box_y()
        bottoms = (unit.box.border_box_y() + unit.box.border_height() - top for unit in iter_units(self.box))
        return self.height - max(bottoms, default=0.0)

    @property
    def path(self) -> tuple[int, ...]:
        """The indices, from the root on, of the box that the next page begins with.

        Where several go on beside each other, as the cells of a row that is higher than a page, it is the first.
        """
        path: list[int] = []
        below = self.resume_at
        while below:
            path.append(min(below))
            below = below[path[-1]]
        return tuple(path)

    @property
    def is_cut_short(self) -> bool:
        """Whether a break is asked for after it."""
        return self.break_after in FORCED_BREAKS

    def shows(self, unit: Unit) -> bool:
        """Return whether a unit is on this page, or its beginning."""
        return any(shown.element is unit.element for shown in iter_units(self.box))

    def rest(self, root: Any) -> Iterator[Unit]:
        """Yield what follows on further pages."""
        return iter_units(root, self.path) if self.resume_at else iter(())


class PageFiller:
    """Fills the pages of one document; each figure is moved once at most."""

    def __init__(self) -> None:
        self._tried: set[Any] = set()

    def find_figures(self, page: LaidOut, root: Any, height_of: Callable[[Unit], float]) -> list[Unit]:
        """Return the figures that begin the next page, if they leave this one half empty and may move.

        Several that fill more than a page may not: they would leave the text that they belong to by more than that.
        """
        rest = page.rest(root)
        first = next(rest, None)
        if first is None or first.begun or not first.is_figure or first.element in self._tried:
            return []
        if page.is_cut_short or page.gap < WORST_GAP * page.height:
            return []
        figures = [first, *takewhile(lambda unit: unit.is_figure and unit.counts_like(first), rest)]
        self._tried.update(figure.element for figure in figures)
        one_page = len(figures) == 1 or sum(map(height_of, figures)) <= page.height
        return figures if one_page else []


def fill(page: LaidOut, order: FlowOrder, root: Any, lay_out_again: Callable[[], LaidOut]) -> LaidOut | None:
    """Return the page with text in place of its blank, the figures of `order` behind it; None if that is no gain."""
    figure = order.figures[0]
    place = _find_furthest_place(page.rest(root), order.figures)
    if place is None:
        return None
    order.put(place.parent, place.parent.children.index(place.box) + 1)
    filled = lay_out_again()
    stop = next(filled.rest(root), None)
    if stop is not None and stop.box is not figure.box and not filled.shows(figure):
        if not figure.is_turned and (filled.is_cut_short or filled.next_name != page.next_name):
            return None
        order.put(*_place_at_end(filled, stop, root, figure))
        filled = lay_out_again() if figure.is_turned else filled
    return filled if page.gap - filled.gap >= LEAST_GAIN * page.gap else None


def _find_furthest_place(rest: Iterator[Unit], figures: Sequence[Unit]) -> Unit | None:
    """Return the last unit of the `rest`, which begins with the figures, that they may stand behind."""
    place = None
    for unit in islice(rest, len(figures), None):
        if unit.counts_like(figures[0]):
            break
        if not unit.opens:
            place = unit
    return place


def _place_at_end(page: LaidOut, stop: Unit, root: Any, figure: Unit) -> tuple[Any, int]:
    """Return the parent and the index of what a figure is to stand before, if the page ends in or before `stop`.

    One with pages of its own would leave the rest of a paragraph that breaks alone on a page.
    """
    if stop.begun:
        return stop.parent, stop.parent.children.index(stop.box) + (not figure.is_turned)
    *above, index = page.path
    parent = root
    for number in above:
        parent = parent.children[number]
    return parent, index
