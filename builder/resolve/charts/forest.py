"""Forest charts: rows of estimates with their intervals, in groups."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.block import Chart, Scale
from builder.resolve.charts.axes import BELOW_EM, horizontal_grid, horizontal_ticks, most_ticks
from builder.resolve.charts.data import column_names, extremes
from builder.resolve.charts.drawing import (
    DotMark,
    LabelPosition,
    LineMark,
    Mark,
    PlacedText,
    TextAlign,
    TextRole,
)
from builder.resolve.charts.forest_rows import (
    COLUMN_GAP_EM,
    Columns,
    group_rows,
    measure_columns,
    sample_size,
)
from builder.resolve.charts.forest_sides import TOUCHING_EM, side_texts, sides_height
from builder.resolve.charts.frame import value_axis
from builder.resolve.charts.header import header
from builder.resolve.charts.look import ChartStyle, Paint
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import edges, label, place
from builder.resolve.charts.plan import Axis, ChartPlan, Row, RowGroup, Series
from builder.resolve.charts.scale import along, tick_text
from builder.resolve.charts.series_look import interval_width, marker_at
from builder.resolve.charts.style import name_paints
from builder.resolve.charts.titles import value_title
from builder.units import Length, Rect, Size

HIGHEST_ROW_LINES = 2.0
CLEAR = 1.001
"""By which factor a logarithmic axis reaches beyond marks: half of one at its very end would be outside."""


def plan_forest(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return the plan of a forest chart."""
    ruler = Ruler(style)
    groups, series, row_count = group_rows(chart, style)
    head = header(ruler, size.width, value_title(chart))
    columns = measure_columns(ruler, size, groups, series)
    left = columns.plot_left(ruler)
    right = size.width - (columns.values + ruler.em(COLUMN_GAP_EM) if columns.values else 0)
    axis = _axis(chart, ruler, series, right - left)
    if not columns.values:
        right -= ruler.width(tick_text(axis, axis.maximum)) // 2
    foot = ruler.line + ruler.em(BELOW_EM) + sides_height(chart, ruler)
    height = min(size.height - head.height - foot, row_count * ruler.line * HIGHEST_ROW_LINES)
    plot = edges(left, head.height, right, head.height + height)
    paints = name_paints(tuple(one.paint for one in series), style)
    drawing = _Drawing(
        ruler, axis, plot, groups, series, plot.height / row_count, columns, paints, chart.no_effect
    )
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
        no_effect=chart.no_effect,
        names=column_names(chart),
        marks=tuple(drawing.marks()),
        texts=(
            *head.texts,
            *drawing.texts(),
            *horizontal_ticks(ruler, axis, plot),
            *side_texts(chart, ruler, axis, plot),
        ),
    )


def _axis(chart: Chart, ruler: Ruler, series: tuple[Series, ...], width: int) -> Axis:
    numbers = extremes(series) + ([] if chart.no_effect is None else [chart.no_effect])
    if chart.scale is Scale.LOG:
        values = [point.value for one in series for point in one.points if point.value is not None]
        numbers += [value * factor for value in values for factor in (1 / CLEAR, CLEAR)]
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
    paints: tuple[Paint, ...]
    no_effect: float | None

    def y(self, position: float) -> float:
        return self.plot.y + position * self.row_height

    def x(self, value: float) -> Length:
        return along(self.axis, value, self.plot.x, self.plot.right)

    def marks(self) -> list[Mark]:
        marks: list[Mark] = [*horizontal_grid(self.ruler, self.axis, self.plot, self.no_effect)]
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
                texts.append(self._heading(group, number))
            for index, row in enumerate(group.rows):
                texts += self._row(number, index, row, one)
        return texts

    def _heading(self, group: RowGroup, number: int) -> PlacedText:
        y, start = self.y(group.position), TextAlign.START
        placed = place(self.ruler, TextRole.GROUP, group.heading, 0, y, start, self.paints[number], bold=True)
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
