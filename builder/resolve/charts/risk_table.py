"""The numbers at risk below a survival chart: a row for each curve, a column below each tick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.resolve.charts.drawing import LabelPosition, PlacedText, TextAlign, TextRole
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import label, place
from builder.resolve.charts.plan import Axis
from builder.resolve.charts.scale import along
from builder.resolve.charts.style import name_paints
from builder.resolve.charts.survival_data import Curve, at_risk
from builder.units import Rect

HEADING = "Number at risk"
GAP_EM = 0.5
NAME_GAP_EM = 1.0
NAMES_SHARE = 0.3
"""Of the chart's width that the rows' names may take."""


@dataclass(frozen=True, slots=True)
class RiskTable:
    """The table, before it has its place: `names` as they fit, `counts` by row and time, empty where untold."""

    ruler: Ruler
    curves: tuple[Curve, ...]
    times: tuple[float, ...]
    names: tuple[str, ...]
    counts: tuple[tuple[str, ...], ...]

    @property
    def height(self) -> int:
        """Of heading and rows, with the space above."""
        return self.ruler.line * (1 + len(self.curves)) + self.ruler.em(GAP_EM) if self.times else 0

    @property
    def left(self) -> int:
        """How far from the chart's edge the first time stands, at least."""
        if not self.times:
            return 0
        first = self.ruler.widest([row[0] for row in self.counts])
        widest = self.ruler.widest(self.names, bold=True)
        return (widest + self.ruler.em(NAME_GAP_EM) if widest else 0) + first // 2

    def texts(self, axis: Axis, plot: Rect, bottom: float) -> Iterator[PlacedText]:
        """Yield heading, names and numbers, the last row ending at y `bottom`."""
        if not self.times:
            return
        ruler, line = self.ruler, self.ruler.line
        first = bottom - line * (len(self.curves) + 0.5)
        heading = place(ruler, TextRole.GROUP, HEADING, 0, first, TextAlign.START, ruler.style.muted)
        yield label(heading, 0, 0, LabelPosition.RIGHT, (-plot.x, first - plot.bottom))
        paints = name_paints(tuple(curve.series.paint for curve in self.curves), ruler.style)
        for row, (name, counts) in enumerate(zip(self.names, self.counts, strict=True)):
            y = first + line * (row + 1)
            if name:
                placed = place(ruler, TextRole.ROW, name, 0, y, TextAlign.START, paints[row], bold=True)
                yield label(placed, row, 0, LabelPosition.RIGHT, (-plot.x, y - plot.bottom))
            for column, count in enumerate(counts):
                if not count:
                    continue
                x = along(axis, self.times[column], plot.x, plot.right)
                placed = place(ruler, TextRole.SAMPLE_SIZE, count, x, y, TextAlign.MIDDLE, ruler.style.ink)
                yield label(placed, row, column, LabelPosition.CENTER, (0, y - plot.bottom))


def risk_table(
    ruler: Ruler, curves: tuple[Curve, ...], times: tuple[float, ...], exactly: bool, width: int
) -> RiskTable:
    """Return the table; a single curve's row has no name."""
    named = len(curves) > 1
    names = tuple(
        ruler.cut(one.series.name, round(width * NAMES_SHARE), bold=True) if named else "" for one in curves
    )
    counts = tuple(tuple(_count(at_risk(curve, time, exactly)) for time in times) for curve in curves)
    return RiskTable(ruler, curves, times, names, counts)


def _count(number: float | None) -> str:
    return "" if number is None else f"{number:.0f}"
