"""Scatter charts: points between two value axes."""

from __future__ import annotations

from builder.model.block import Chart
from builder.resolve.charts.data import column_names, number_series, without_texts
from builder.resolve.charts.line_marks import LineDrawing
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.plan import ChartPlan
from builder.resolve.charts.point_labels import SIDES, Labelled, dot_rect, point_labels
from builder.resolve.charts.xy import number_frame
from builder.units import Size


def plan_scatter(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return the plan of a scatter chart; points are named where the author gave their texts."""
    ruler = Ruler(style)
    series = number_series(chart, style)
    series = series if chart.text else without_texts(series)
    headed = series if len(series) > 1 else ()
    frame = number_frame(chart, size, ruler, series, headed, ())
    xs = tuple(tuple(frame.at(point)[0] for point in one.points) for one in series)
    drawing = LineDrawing(ruler, size, series, frame.axis, frame.plot, xs)
    labelled = [
        Labelled(number, index, frame.at(point), one.marker.size_pt, point.text)
        for number, one in enumerate(series)
        for index, point in enumerate(one.points)
        if one.marker and point.text
    ]
    dots = [dot_rect(point.place, point.mark_pt) for point in labelled]
    frame_texts = frame.texts(ruler, size)
    taken = [*dots, *(text.rect for text in frame_texts)]
    return ChartPlan(
        kind=chart.kind,
        size=size,
        style=style,
        plot=frame.plot,
        categories=(),
        series=series,
        value_axis=frame.axis,
        x_axis=frame.x_axis,
        headed=bool(headed),
        names=column_names(chart),
        marks=(*frame.grid(ruler), *drawing.marks(joined=False)),
        texts=(*frame_texts, *point_labels(ruler, labelled, taken, size, SIDES)),
    )
