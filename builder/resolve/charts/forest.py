"""Forest charts: rows of estimates with their intervals, in groups."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.block import Chart
from builder.resolve.charts.axes import BELOW_EM, horizontal_grid, horizontal_ticks, most_ticks
from builder.resolve.charts.data import (
    Record,
    column_names,
    interval_width,
    marker_at,
    point_of,
    records,
    series_marker,
    series_paint,
)
from builder.resolve.charts.drawing import (
    DotMark,
    LabelPosition,
    LineMark,
    Mark,
    PlacedText,
    TextAlign,
    TextRole,
)
from builder.resolve.charts.frame import value_axis, value_title
from builder.resolve.charts.header import header
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import edges, label, place
from builder.resolve.charts.plan import Axis, ChartPlan, Row, RowGroup, Series
from builder.resolve.charts.scale import along, tick_text
from builder.resolve.charts.style import text_paint
from builder.units import Length, Rect, Size

GROUP_GAP_ROWS = 0.4
HIGHEST_ROW_LINES = 2.0
COLUMN_GAP_EM = 0.9
TOUCHING_EM = 0.2
"""Between a point without a mark and its data label, as programs place it."""

NAMES_SHARE = 0.5
"""Of the chart's width that names and sample sizes may take."""


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


def plan_forest(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return the plan of a forest chart."""
    ruler = Ruler(style)
    groups, series, row_count = group_rows(chart, style)
    head = header(ruler, size.width, value_title(chart))
    columns = _columns(ruler, size, groups, series)
    left = columns.plot_left(ruler)
    right = size.width - (columns.values + ruler.em(COLUMN_GAP_EM) if columns.values else 0)
    axis = _axis(chart, ruler, series, right - left)
    if not columns.values:
        right -= ruler.width(tick_text(axis, axis.maximum)) // 2
    foot = ruler.line + ruler.em(BELOW_EM)
    height = min(size.height - head.height - foot, row_count * ruler.line * HIGHEST_ROW_LINES)
    plot = edges(left, head.height, right, head.height + height)
    drawing = _Drawing(ruler, axis, plot, groups, series, plot.height / row_count, columns)
    return ChartPlan(
        kind=chart.kind,
        size=size,
        style=style,
        plot=plot,
        categories=tuple(row.name for group in groups for row in group.rows),
        series=series,
        value_axis=axis,
        groups=groups,
        row_count=row_count,
        names=column_names(chart),
        marks=tuple(drawing.marks()),
        texts=(*head.texts, *drawing.texts(), *horizontal_ticks(ruler, axis, plot)),
    )


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


def _columns(ruler: Ruler, size: Size, groups: tuple[RowGroup, ...], series: tuple[Series, ...]) -> Columns:
    rows = [row for group in groups for row in group.rows]
    sizes = ruler.widest([sample_size(row.n) for row in rows])
    most = round(size.width * NAMES_SHARE) - sizes
    names = ruler.widest([ruler.cut(row.name, most) for row in rows])
    headings = ruler.widest([group.heading for group in groups], bold=True)
    values = ruler.widest([point.text for one in series for point in one.points], bold=True)
    return Columns(max(names, min(most, headings - sizes)), sizes, values, most)


def _axis(chart: Chart, ruler: Ruler, series: tuple[Series, ...], width: int) -> Axis:
    numbers = [n for one in series for p in one.points for n in (p.value, p.low, p.high) if n is not None]
    return value_axis(chart, numbers, most_ticks(ruler, width, True), chart.unit == "%")


@dataclass(frozen=True, slots=True)
class _Drawing:
    ruler: Ruler
    axis: Axis
    plot: Rect
    groups: tuple[RowGroup, ...]
    series: tuple[Series, ...]
    row_height: float
    columns: Columns

    def y(self, position: float) -> float:
        return self.plot.y + position * self.row_height

    def x(self, value: float) -> Length:
        return along(self.axis, value, self.plot.x, self.plot.right)

    def marks(self) -> list[Mark]:
        *grid, base = horizontal_grid(self.ruler, self.axis, self.plot)
        marks: list[Mark] = [*grid, base]
        width = interval_width(self.ruler.style)
        for group, one in zip(self.groups, self.series, strict=True):
            for row, point in zip(group.rows, one.points, strict=True):
                y = Length(round(self.y(row.position)))
                if point.low is not None and point.high is not None:
                    marks.append(
                        LineMark(((self.x(point.low), y), (self.x(point.high), y)), point.paint, width)
                    )
                marker = marker_at(one, point)
                if point.value is not None and marker:
                    dot = DotMark((self.x(point.value), y), marker, point.paint, self.ruler.style.paper)
                    marks.append(dot)
        return marks

    def texts(self) -> list[PlacedText]:
        texts = []
        for number, (group, one) in enumerate(zip(self.groups, self.series, strict=True)):
            if group.heading:
                texts.append(self._heading(group, one, number))
            for index, row in enumerate(group.rows):
                texts += self._row(number, index, row, one)
        return texts

    def _heading(self, group: RowGroup, series: Series, number: int) -> PlacedText:
        y, heading = self.y(group.position), group.heading
        paint = text_paint(series.paint, self.ruler.style)
        placed = place(self.ruler, TextRole.GROUP, heading, 0, y, TextAlign.START, paint, bold=True)
        return label(placed, number, 0, LabelPosition.RIGHT, (-self.plot.x, 0))

    def _row(self, number: int, index: int, row: Row, series: Series) -> list[PlacedText]:
        ruler, y, point = self.ruler, self.y(row.position), series.points[index]
        bold = point.paint != series.paint
        name = ruler.cut(row.name, self.columns.most_name)
        placed = place(ruler, TextRole.ROW, name, 0, y, TextAlign.START, ruler.style.ink)
        texts = [label(placed, number, index, LabelPosition.RIGHT, (-self.plot.x, 0))]
        gap, touching = ruler.em(COLUMN_GAP_EM), ruler.em(TOUCHING_EM)
        if row.n:
            x = self.plot.x - gap
            placed = place(
                ruler, TextRole.SAMPLE_SIZE, sample_size(row.n), x, y, TextAlign.END, ruler.style.muted
            )
            texts.append(label(placed, number, index, LabelPosition.LEFT, (touching - gap, 0)))
        if point.text:
            x = self.plot.right + gap
            placed = place(ruler, TextRole.VALUE, point.text, x, y, TextAlign.START, ruler.style.ink, bold)
            texts.append(label(placed, number, index, LabelPosition.RIGHT, (gap - touching, 0)))
        return texts
