"""Texts that the author gave for points, each beside its point where it covers nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.resolve.charts.drawing import LabelPosition, Place, PlacedText, TextAlign, TextRole
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import edges, inside, label, overlap, place
from builder.units import EMU_PER_PT, Rect, Size

GAP_EM = 0.2
SIDES = (LabelPosition.RIGHT, LabelPosition.LEFT, LabelPosition.ABOVE, LabelPosition.BELOW)
OVER_AND_UNDER = (LabelPosition.ABOVE, LabelPosition.BELOW)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A point with a text: its indices, its place, and the size of its mark."""

    series: int
    point: int
    place: Place
    mark_pt: float
    text: str


def dot_rect(place: Place, size_pt: float) -> Rect:
    """Return the square that a mark covers."""
    reach = size_pt * EMU_PER_PT / 2
    return edges(place[0] - reach, place[1] - reach, place[0] + reach, place[1] + reach)


def point_labels(
    ruler: Ruler,
    points: Sequence[Labelled],
    taken: Sequence[Rect],
    size: Size,
    sides: Sequence[LabelPosition],
) -> list[PlacedText]:
    """Return the texts, each on the first of `sides` where it is inside the chart and covers nothing taken.

    A text that fits nowhere stands on the first side.
    """
    occupied = list(taken)
    texts = []
    for point in points:
        choices = [_beside(ruler, point, side) for side in sides]
        free = (
            choice
            for choice in choices
            if inside(choice.rect, size, 0) and not any(overlap(choice.rect, rect, 0) for rect in occupied)
        )
        chosen = next(free, choices[0])
        occupied.append(chosen.rect)
        texts.append(chosen)
    return texts


def _beside(ruler: Ruler, point: Labelled, side: LabelPosition) -> PlacedText:
    x, y = point.place
    reach = round(point.mark_pt * EMU_PER_PT / 2) + ruler.em(GAP_EM)
    rise = round(point.mark_pt * EMU_PER_PT / 2) + ruler.line / 2
    anchor, middle, align = {
        LabelPosition.RIGHT: (x + reach, y, TextAlign.START),
        LabelPosition.LEFT: (x - reach, y, TextAlign.END),
        LabelPosition.ABOVE: (x, y - rise, TextAlign.MIDDLE),
        LabelPosition.BELOW: (x, y + rise, TextAlign.MIDDLE),
    }[side]
    placed = place(ruler, TextRole.VALUE, point.text, anchor, middle, align, ruler.style.ink)
    return label(placed, point.series, point.point, side)
