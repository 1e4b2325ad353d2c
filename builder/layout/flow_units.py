"""What stands in the flow of a report, unit by unit, and what each may do when pages are filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from builder.layout.flow import flow_boxes, opens

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


def iter_units(page: Any) -> Iterator[Unit]:
    """Yield what stands in the flow of a page, from top to bottom."""
    origin = page.content_box_y()
    for box in flow_boxes(page):
        yield Unit(box.element, box.border_box_y() - origin, box.border_height())


def join_units(pages: Sequence[Sequence[Unit]]) -> list[Unit]:
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
