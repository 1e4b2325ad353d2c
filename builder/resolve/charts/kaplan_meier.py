"""Kaplan-Meier charts: survival as steps, marks where people are censored, and numbers at risk below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.model.block import Chart
from builder.model.survival import risk_step
from builder.resolve.charts.axes import BELOW_EM, most_ticks, tick_column, title_height
from builder.resolve.charts.curve_names import name_curves, name_width, strokes
from builder.resolve.charts.data import column_names
from builder.resolve.charts.drawing import DotMark, LineMark, Mark, Place
from builder.resolve.charts.frame import value_axis
from builder.resolve.charts.header import header
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import edges
from builder.resolve.charts.plan import ChartPlan, Point, Series, Survival
from builder.resolve.charts.point_labels import dot_rect
from builder.resolve.charts.risk_table import HEADING, RiskTable, risk_table
from builder.resolve.charts.scale import share, tick_text
from builder.resolve.charts.series_look import interval_width
from builder.resolve.charts.survival_bounds import limit_corners, limit_paint, limit_width
from builder.resolve.charts.survival_data import Curve, curves_of, risk_times, time_axis
from builder.resolve.charts.titles import value_title
from builder.resolve.charts.xy import NumberFrame
from builder.units import Length, Size

NAME_SHARE = 0.3
"""Of the chart's width that the names may take at its right."""


def plan_kaplan_meier(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return the plan of a Kaplan-Meier chart."""
    ruler = Ruler(style)
    curves = curves_of(chart, style)
    series = tuple(curve.series for curve in curves)
    frame, table = _frame(chart, size, ruler, curves)
    places = tuple(step_places(frame, one) for one in series)
    dots = [dot for curve in curves for dot in _censored(frame, curve, ruler)]
    texts = frame.texts(ruler, Size(size.width, Length(size.height - table.height)))
    taken = [*(text.rect for text in texts), *(dot_rect(dot.place, dot.marker.size_pt) for dot in dots)]
    limits = [line for one in series for line in _limits(ruler, frame, one)]
    taken += [rect for line in limits for rect in strokes(ruler, line.places)]
    names, free = name_curves(ruler, series, places, taken, size) if len(series) > 1 else ((), True)
    lines = _lines(ruler, series, places)
    return ChartPlan(
        kind=chart.kind,
        size=size,
        style=style,
        plot=frame.plot,
        categories=(),
        series=series,
        value_axis=frame.axis,
        x_axis=frame.x_axis,
        survival=Survival(
            tuple(curve.followed for curve in curves), table.times, HEADING if table.times else ""
        ),
        crowded=not free,
        names=column_names(chart),
        marks=(*frame.grid(ruler), *limits, *lines, *dots),
        texts=(*texts, *names, *table.texts(frame.x_axis, frame.plot, size.height)),
    )


def _frame(
    chart: Chart, size: Size, ruler: Ruler, curves: tuple[Curve, ...]
) -> tuple[NumberFrame, RiskTable]:
    """Return the frame, and below it the table whose columns its ticks are."""
    head = header(ruler, size.width, value_title(chart))
    x_axis = time_axis(chart, curves, most_ticks(ruler, size.width * 0.8, True))
    exactly = risk_step(chart) is not None
    table = risk_table(ruler, curves, risk_times(chart, x_axis), exactly, size.width)
    bottom = size.height - table.height - title_height(ruler, chart.x_title) - ruler.line - ruler.em(BELOW_EM)
    top = head.height + ruler.line // 2
    start = max((point.value or 0.0 for one in curves for point in one.series.points), default=1.0)
    ranged = replace(chart, range=chart.range or (0.0, start))
    axis = value_axis(ranged, [], most_ticks(ruler, bottom - top, False), True)
    left = max(tick_column(ruler, axis), ruler.width(tick_text(x_axis, 0.0)) // 2, table.left)
    width = float(size.width - left - ruler.width(tick_text(x_axis, x_axis.maximum)) // 2)
    for one in curves if len(curves) > 1 else ():
        reached = share(x_axis, one.series.points[-1].x or 0.0)
        need = min(name_width(ruler, one.series), round(size.width * NAME_SHARE))
        width = min(width, (size.width - left - need) / reached) if reached > 0 else width
    return NumberFrame(edges(left, top, left + width, bottom), x_axis, axis, head), table


def steps(points: tuple[Point, ...]) -> tuple[tuple[int, int], ...]:
    """Return the corners of a curve, each as the indices of the points whose time and whose survival it has."""
    corners = [(0, 0)] if points else []
    for index in range(1, len(points)):
        corners += [(index, index - 1), (index, index)]
    return tuple(corners)


def step_places(frame: NumberFrame, series: Series) -> tuple[Place, ...]:
    """Return the places of a curve's corners."""
    places = [frame.at(point) for point in series.points]
    return tuple((places[time][0], places[value][1]) for time, value in steps(series.points))


def _lines(ruler: Ruler, series: tuple[Series, ...], places: tuple[tuple[Place, ...], ...]) -> list[Mark]:
    width = interval_width(ruler.style)
    return [
        LineMark(corners, one.paint, width, one.dash) for one, corners in zip(series, places, strict=True)
    ]


def _limits(ruler: Ruler, frame: NumberFrame, series: Series) -> Iterator[LineMark]:
    """Yield the lines of a curve's confidence limits."""
    points = series.points
    for corners in limit_corners(points):
        for limit in ("low", "high"):
            places = tuple(
                frame.at(replace(points[value], x=points[time].x, value=getattr(points[value], limit)))
                for time, value in corners
            )
            yield LineMark(places, limit_paint(series.paint), limit_width(ruler.style))


def _censored(frame: NumberFrame, curve: Curve, ruler: Ruler) -> list[DotMark]:
    """Return the marks of the times at which somebody is censored."""
    series = curve.series
    assert series.marker is not None
    return [
        DotMark(frame.at(point), series.marker, series.paint, ruler.style.paper)
        for point, number in zip(series.points, curve.followed.censored, strict=True)
        if number
    ]
