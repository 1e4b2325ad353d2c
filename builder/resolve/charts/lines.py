"""Line charts: over categories, or over numbers where these are not evenly spaced."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from builder.model.block import Chart
from builder.resolve.charts.axes import vertical_grid
from builder.resolve.charts.data import category_series, column_names, extremes, number_series, without_texts
from builder.resolve.charts.end_labels import end_gap, end_text, end_width, ends_fit
from builder.resolve.charts.frame import Request, upright_frame
from builder.resolve.charts.line_marks import LineDrawing
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.plan import ChartPlan, Series
from builder.resolve.charts.xy import number_frame
from builder.units import Size


def plan_lines(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return the plan of a line chart.

    Why two kinds of x: months 0, 1, 3, 12 at equal distances would show a course that is not there.
    """
    numbers = [datum.number for datum in chart.column(chart.x).values]
    known = sorted({number for number in numbers if number is not None})
    if None in numbers or _evenly_spaced(known):
        return _over_categories(chart, size, Ruler(style))
    return _over_numbers(chart, size, Ruler(style))


def _evenly_spaced(numbers: list[float]) -> bool:
    gaps = [after - before for before, after in pairwise(numbers)]
    return not gaps or max(gaps) - min(gaps) <= 1e-6 * max(gaps)


def _over_categories(chart: Chart, size: Size, ruler: Ruler) -> ChartPlan:
    categories, series = category_series(chart, ruler.style)
    series = series if chart.text else without_texts(series)
    naming = _Naming.of(ruler, series, size)
    request = Request(
        categories=categories,
        values=extremes(series),
        headed=naming.headed,
        right=end_width(ruler, series) if naming.at_ends else 0,
        zero_based=False,
        between=False,
        may_skip=True,
    )
    frame = upright_frame(chart, size, ruler, request)
    drawing = LineDrawing(ruler, size, series, frame.axis, frame.plot, (tuple(frame.middles),) * len(series))
    return ChartPlan(
        kind=chart.kind,
        size=size,
        style=ruler.style,
        plot=frame.plot,
        categories=categories,
        series=series,
        value_axis=frame.axis,
        category_title=chart.x_title,
        category_skip=frame.names.skip,
        headed=bool(naming.headed),
        names=column_names(chart),
        marks=(*frame.head.marks, *vertical_grid(ruler, frame.axis, frame.plot), *drawing.marks()),
        texts=(*frame.texts(ruler, size, chart.x_title), *drawing.texts(naming.at_ends)),
    )


def _over_numbers(chart: Chart, size: Size, ruler: Ruler) -> ChartPlan:
    series = in_order(number_series(chart, ruler.style))
    series = series if chart.text else without_texts(series)
    naming = _Naming.of(ruler, series, size)
    beyond = tuple(
        (one.points[-1].x or 0.0, end_gap(ruler, one) + ruler.width(end_text(one), bold=True))
        for one in series
        if naming.at_ends
    )
    frame = number_frame(chart, size, ruler, series, naming.headed, beyond)
    xs = tuple(tuple(frame.at(point)[0] for point in one.points) for one in series)
    drawing = LineDrawing(ruler, size, series, frame.axis, frame.plot, xs)
    return ChartPlan(
        kind=chart.kind,
        size=size,
        style=ruler.style,
        plot=frame.plot,
        categories=(),
        series=series,
        value_axis=frame.axis,
        x_axis=frame.x_axis,
        headed=bool(naming.headed),
        names=column_names(chart),
        marks=(*frame.grid(ruler), *drawing.marks()),
        texts=(*frame.texts(ruler, size), *drawing.texts(naming.at_ends)),
    )


def in_order(series: tuple[Series, ...]) -> tuple[Series, ...]:
    """Return the series with their points by rising x."""
    return tuple(
        replace(one, points=tuple(sorted(one.points, key=lambda point: point.x or 0.0))) for one in series
    )


@dataclass(frozen=True, slots=True)
class _Naming:
    """Where several series are named: at the ends of their lines, else above the plot."""

    at_ends: bool
    headed: tuple[Series, ...]

    @classmethod
    def of(cls, ruler: Ruler, series: tuple[Series, ...], size: Size) -> _Naming:
        at_ends = len(series) > 1 and ends_fit(ruler, series, size)
        return cls(at_ends, series if len(series) > 1 and not at_ends else ())
