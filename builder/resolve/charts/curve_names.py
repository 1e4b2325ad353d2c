"""Names of curves, each beside its own where it covers nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from builder.resolve.charts.drawing import LabelPosition, Place, PlacedText, TextAlign, TextRole
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import edges, inside, label, overlap, place
from builder.resolve.charts.plan import Series
from builder.resolve.charts.style import name_paints
from builder.units import Rect, Size

GAP_EM = 0.6
TOUCHING_EM = 0.2
"""Between a point without a mark and its data label, as programs place it."""

CLEAR_EM = 0.12
"""Least space between a name and a curve."""


def name_curves(
    ruler: Ruler,
    series: Sequence[Series],
    curves: Sequence[tuple[Place, ...]],
    taken: Sequence[Rect],
    size: Size,
) -> tuple[tuple[PlacedText, ...], bool]:
    """Return the name of each curve, and whether each covers nothing; `curves` are the corners of their steps."""
    occupied = [*taken, *(rect for places in curves for rect in strokes(ruler, places))]
    paints = name_paints(tuple(one.paint for one in series), ruler.style)
    names, free = [], True
    for index, (one, places) in enumerate(zip(series, curves, strict=True)):
        choices = [
            place(ruler, TextRole.SERIES, one.name, x, y, align, paints[index], bold=True)
            for x, y, align in _spots(ruler, places)
        ]
        clear = (
            choice
            for choice in choices
            if inside(choice.rect, size, 0) and not any(overlap(choice.rect, rect, 0) for rect in occupied)
        )
        chosen = next(clear, None)
        free = free and chosen is not None
        placed = chosen or choices[0]
        occupied.append(placed.rect)
        names.append(_at_end(ruler, placed, index, len(one.points) - 1, places[-1]))
    return tuple(names), free


def strokes(ruler: Ruler, places: tuple[Place, ...]) -> Iterator[Rect]:
    """Yield what a curve covers, with the space to keep around it."""
    clear = ruler.em(CLEAR_EM)
    for (x1, y1), (x2, y2) in pairwise(places):
        yield edges(min(x1, x2) - clear, min(y1, y2) - clear, max(x1, x2) + clear, max(y1, y2) + clear)


def name_width(ruler: Ruler, series: Series) -> int:
    """Return the width that a name takes beyond the end of its curve."""
    return ruler.em(GAP_EM) + ruler.width(series.name, bold=True)


def _spots(ruler: Ruler, places: tuple[Place, ...]) -> Iterator[tuple[float, float, TextAlign]]:
    """Yield anchors, the best first: beyond the end, a little higher or lower, then along the steps from there."""
    gap, rise = ruler.em(GAP_EM), ruler.line / 2 + ruler.em(CLEAR_EM) * 1.5
    x, y = places[-1]
    for shift in (0.0, -0.5, 0.5, -1.0, 1.0):
        yield x + gap, y + shift * ruler.line, TextAlign.START
    for (left, start), (right, end) in reversed(list(pairwise(places))):
        if start == end:
            for height in (start - rise, start + rise):
                yield right, height, TextAlign.END
                yield (left + right) / 2, height, TextAlign.MIDDLE
                yield left + gap, height, TextAlign.START


def _at_end(ruler: Ruler, placed: PlacedText, series: int, point: int, end: Place) -> PlacedText:
    """Return a name as the label of its curve's last point, moved from the place right of it."""
    usual = end[0] + ruler.em(TOUCHING_EM)
    middle = placed.rect.y + placed.rect.height / 2
    return label(placed, series, point, LabelPosition.RIGHT, (placed.rect.x - usual, middle - end[1]))
