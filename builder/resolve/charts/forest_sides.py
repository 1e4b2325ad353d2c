"""What values on either side of a forest's line of no effect speak for, below its axis."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.block import Chart
from builder.resolve.charts.axes import BELOW_EM
from builder.resolve.charts.drawing import LabelPosition, PlacedText, TextAlign, TextRole
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import label, place
from builder.resolve.charts.plan import Axis
from builder.resolve.charts.scale import along
from builder.units import Length, Rect

GAP_EM, ABOVE_EM = 0.7, 0.2
TOUCHING_EM = 0.2
"""Between a point without a mark and its data label, as programs place it."""


def sides_height(chart: Chart, ruler: Ruler) -> Length:
    """Return the height that the sides take below the ticks."""
    return Length(ruler.line + ruler.em(ABOVE_EM)) if chart.sides else Length(0)


def side_texts(chart: Chart, ruler: Ruler, axis: Axis, plot: Rect) -> Iterator[PlacedText]:
    """Yield the sides with arrows that lead away from the line, as labels of two points at its foot."""
    if chart.no_effect is None or not chart.sides:
        return
    x = along(axis, chart.no_effect, plot.x, plot.right)
    y = plot.bottom + ruler.em(BELOW_EM + ABOVE_EM) + ruler.line * 1.5
    gap, touching, ink = ruler.em(GAP_EM), ruler.em(TOUCHING_EM), ruler.style.muted
    left, right = f"← {chart.sides[0]}", f"{chart.sides[1]} →"
    placed = place(ruler, TextRole.SIDE, left, x - gap, y, TextAlign.END, ink)
    yield label(placed, 0, 0, LabelPosition.LEFT, (touching - gap, y - plot.bottom))
    placed = place(ruler, TextRole.SIDE, right, x + gap, y, TextAlign.START, ink)
    yield label(placed, 0, 1, LabelPosition.RIGHT, (gap - touching, y - plot.bottom))
