"""Rows and groups of a forest, and the columns of text beside its plot."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.block import Chart
from builder.resolve.charts.data import Record, point_of, records
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.plan import Row, RowGroup, Series
from builder.resolve.charts.series_look import series_marker, series_paint
from builder.units import Size

GROUP_GAP_ROWS = 0.4

COLUMN_GAP_EM = 0.9

NAMES_SHARE = 0.5
"""Of the chart's width that names and sample sizes may take."""


def group_rows(chart: Chart, style: ChartStyle) -> tuple[tuple[RowGroup, ...], tuple[Series, ...], float]:
    """Return the groups with the rows' positions, their series, and the height in rows."""
    found = tuple(records(chart))
    headings = tuple(dict.fromkeys(record.series for record in found)) if chart.series else ("",)
    groups, series, top = [], [], 0.0
    for index, heading in enumerate(headings):
        own = [record for record in found if not chart.series or record.series == heading]
        top += GROUP_GAP_ROWS if index else 0.0
        first = top + (1.0 if heading else 0.0)
        rows = tuple(_row(record, first + number + 0.5) for number, record in enumerate(own))
        groups.append(RowGroup(heading, top + 0.5, rows))
        paint = series_paint(style, index)
        points = tuple(point_of(record, chart, style, paint) for record in own)
        series.append(
            Series(heading or own[0].series if own else "", points, paint, series_marker(style, index))
        )
        top = first + len(own)
    return tuple(groups), tuple(series), max(1.0, top)


def _row(record: Record, position: float) -> Row:
    return Row(record.key, record.n, round(position, 4))


def sample_size(n: str) -> str:
    """Return a sample size as it is printed, empty for none."""
    return f"n\u00a0=\u00a0{n}" if n else ""


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands left and right of the plot: widths without gaps, and the names as they fit."""

    names: int
    sizes: int
    values: int
    most_name: int

    def plot_left(self, ruler: Ruler) -> int:
        """Return where the plot begins."""
        gap = ruler.em(COLUMN_GAP_EM)
        return self.names + gap + (self.sizes + gap if self.sizes else 0)


def measure_columns(
    ruler: Ruler, size: Size, groups: tuple[RowGroup, ...], series: tuple[Series, ...]
) -> Columns:
    """Return the widths of the columns; names take at most their share of the chart."""
    rows = [row for group in groups for row in group.rows]
    sizes = ruler.widest([sample_size(row.n) for row in rows])
    most = round(size.width * NAMES_SHARE) - sizes
    names = ruler.widest([ruler.cut(row.name, most) for row in rows])
    headings = ruler.widest([group.heading for group in groups], bold=True)
    values = ruler.widest([point.text for one in series for point in one.points], bold=True)
    return Columns(max(names, min(most, headings - sizes)), sizes, values, most)
