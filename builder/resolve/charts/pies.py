"""Pies and doughnuts, each slice named beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.model.block import Chart, ChartKind
from builder.resolve.charts.data import category_series, column_names
from builder.resolve.charts.drawing import SliceMark
from builder.resolve.charts.header import header
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import edges
from builder.resolve.charts.plan import ChartPlan, Point, Series
from builder.resolve.charts.series_look import series_paint
from builder.resolve.charts.slice_names import GAP_EM, Namer, Slice, name_labels
from builder.resolve.charts.titles import value_title
from builder.units import Length, Rect, Size

HOLE_PERCENT = 58
NAMES_SHARE = 0.34
"""Of the chart's width that names may take at either side."""

SEPARATOR = ", "
WHOLE_TURN = 360.0


def slices(points: tuple[Point, ...]) -> Iterator[Slice]:
    """Give a sector for each value above zero."""
    total = sum(point.value for point in points if point.value and point.value > 0)
    start = 0.0
    for index, point in enumerate(points):
        if point.value and point.value > 0:
            end = start + WHOLE_TURN * point.value / total
            yield Slice(index, point, start, end)
            start = end


def plan_pie(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return the plan of a pie or a doughnut; it shows the first series."""
    ruler = Ruler(style)
    categories, found = category_series(chart, style)
    series = tuple(_painted(one, style) for one in found[:1])
    parts = tuple(slices(series[0].points)) if series else ()
    head = header(ruler, size.width, value_title(chart))
    names = {part.index: _slice_text(ruler, categories, part, size) for part in parts}
    circle = _circle(ruler, size, head.height, list(names.values()))
    radius = circle.width / 2
    namer = Namer(ruler, size, (circle.x + radius, circle.y + radius), radius, names)
    hole = HOLE_PERCENT if chart.kind is ChartKind.DOUGHNUT else 0
    return ChartPlan(
        kind=chart.kind,
        size=size,
        style=style,
        plot=circle,
        categories=categories,
        series=series,
        value_axis=None,
        hole_percent=hole,
        names=column_names(chart),
        marks=tuple(_mark(part, circle, hole, style) for part in parts),
        texts=(*head.texts, *name_labels(namer, parts, hole)),
    )


def _painted(series: Series, style: ChartStyle) -> Series:
    """Return the series with a colour for each point; a highlighted one keeps the accent colour.

    A last slice that would look like the first, which it touches, has the third colour.
    """
    count = len(series.points)
    colours = [*range(count)]
    if count > 1 and series_paint(style, count - 1) == series_paint(style, 0):
        colours[-1] = 2
    points = tuple(
        point if point.paint != series.paint else replace(point, paint=series_paint(style, colour))
        for colour, point in zip(colours, series.points, strict=True)
    )
    return replace(series, points=points, marker=None)


def _slice_text(ruler: Ruler, categories: tuple[str, ...], part: Slice, size: Size) -> str:
    value = f"{SEPARATOR}{part.point.text}" if part.point.text else ""
    most = round(size.width * NAMES_SHARE) - ruler.width(value)
    return ruler.cut(categories[part.index], most) + value


def _circle(ruler: Ruler, size: Size, top: int, names: list[str]) -> Rect:
    """Return the square around the circle, with room for names beside, above and below it."""
    room = ruler.line + ruler.em(GAP_EM)
    diameter = min(size.height - top - 2 * room, size.width - 2 * (ruler.widest(names) + ruler.em(GAP_EM)))
    diameter = max(0, diameter)
    middle_x, middle_y = size.width / 2, (top + size.height) / 2
    reach = diameter / 2
    return edges(middle_x - reach, middle_y - reach, middle_x + reach, middle_y + reach)


def _mark(part: Slice, circle: Rect, hole: int, style: ChartStyle) -> SliceMark:
    outer = circle.width // 2
    center = (Length(circle.x + outer), Length(circle.y + outer))
    inner = Length(round(outer * hole / 100))
    return SliceMark(center, Length(outer), inner, part.start, part.end, part.point.paint, style.paper)
