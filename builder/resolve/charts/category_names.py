"""Names of categories below a plot."""

from __future__ import annotations

from dataclasses import dataclass

from builder.resolve.charts.axes import BELOW_EM
from builder.resolve.charts.drawing import PlacedText, TextAlign, TextRole
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import place, place_turned
from builder.units import Length, Rect

CATEGORY_GAP_EM = 0.6
"""Between the names of neighbouring categories."""

MOST_LINES = 3
"""Of one category's name below the axis."""

TURNED_SHARE = 0.45
"""Of the chart's height that turned names may take at most."""


@dataclass(frozen=True, slots=True)
class CategoryNames:
    """Names of categories as they stand below an axis.

    Attributes:
        lines: of each category; empty for one that is skipped. skip: every how many-th is shown.
        height: of the tallest, with the gap above.
    """

    lines: tuple[tuple[str, ...], ...]
    turned: bool
    skip: int
    height: int


def category_names(
    ruler: Ruler, categories: tuple[str, ...], band: float, chart_height: int, may_skip: bool
) -> CategoryNames:
    """Return the names broken to the width of a band; where a word is wider, thinned out or turned upright."""
    width = round(band - ruler.em(CATEGORY_GAP_EM))
    wrapped = tuple(ruler.wrap(name, width) for name in categories)
    widest = max((ruler.widest(lines) for lines in wrapped), default=Length(0))
    tallest = max((len(lines) for lines in wrapped), default=1)
    gap = ruler.em(BELOW_EM)
    if widest <= width and tallest <= MOST_LINES:
        return CategoryNames(wrapped, False, 1, gap + tallest * ruler.line)
    if may_skip:
        skip = max(2, -(-(ruler.widest(categories) + ruler.em(CATEGORY_GAP_EM)) // max(1, round(band))))
        shown = tuple((name,) if index % skip == 0 else () for index, name in enumerate(categories))
        return CategoryNames(shown, False, skip, gap + ruler.line)
    longest = round(chart_height * TURNED_SHARE)
    cut = tuple((ruler.cut(name, longest),) for name in categories)
    return CategoryNames(cut, True, 1, gap + max(ruler.width(lines[0]) for lines in cut))


def place_names(ruler: Ruler, names: CategoryNames, middles: list[float], plot: Rect) -> list[PlacedText]:
    """Return the names below the plot at the middles of their bands."""
    top = plot.bottom + ruler.em(BELOW_EM)
    ink = ruler.style.ink
    texts = []
    for lines, middle in zip(names.lines, middles, strict=True):
        for number, line in enumerate(lines):
            if names.turned:
                texts.append(place_turned(ruler, TextRole.CATEGORY, line, middle, top, ink))
            else:
                y = top + ruler.line * (number + 0.5)
                texts.append(place(ruler, TextRole.CATEGORY, line, middle, y, TextAlign.MIDDLE, ink))
    return texts
