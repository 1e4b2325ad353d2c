"""A place on a slide of a reference deck, by its name in deck templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.deck.reference.model import ReferencePlaceholder
from builder.units import Length, Rect


@dataclass(frozen=True, slots=True)
class Region:
    """A place by its name.

    Attributes:
        source: the placeholder that fills it; None for what stands in no placeholder.
        moved: whether slides put that elsewhere than the layout does.
    """

    name: str
    rect: Rect
    source: ReferencePlaceholder | None = None
    moved: bool = False


def make_rect(x: int, y: int, width: int, height: int) -> Rect:
    """Return a rectangle in EMU, empty where an extent is negative."""
    return Rect(Length(x), Length(y), Length(max(0, width)), Length(max(0, height)))


def union(rects: Sequence[Rect]) -> Rect:
    """Return the smallest rectangle that holds all of some."""
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return make_rect(left, top, right - left, bottom - top)
