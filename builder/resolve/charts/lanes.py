"""A swimmer chart's rows as lanes, longest first, and its events as series of marks."""

from __future__ import annotations

from dataclasses import replace

from builder.model.block import Chart
from builder.model.follow_up import parse_ongoing
from builder.resolve.charts.data import records
from builder.resolve.charts.look import ChartStyle, Paint
from builder.resolve.charts.plan import Lane, Point, Series, Swim
from builder.resolve.charts.series_look import series_marker, series_paint

BAR_OPACITY = 0.55
"""Of the bars, so that marks can be seen on them."""


def read_lanes(chart: Chart, style: ChartStyle) -> tuple[tuple[Series, ...], Swim]:
    """Return the groups with a point for each of their lanes, and the lanes with their events."""
    found = sorted(enumerate(records(chart)), key=lambda pair: -(pair[1].value.number or 0.0))
    names = tuple(dict.fromkeys(record.series for record in records(chart)))
    lanes = tuple(
        Lane(
            record.key,
            names.index(record.series),
            record.value.number or 0.0,
            bool(chart.ongoing and parse_ongoing(chart.column(chart.ongoing).values[row].text)),
            tuple(chart.column(name).values[row].number for name in chart.events),
        )
        for row, record in found
    )
    return _groups(names, lanes, style), Swim(lanes, _events(chart, lanes, style), chart.ongoing or "")


def _groups(names: tuple[str, ...], lanes: tuple[Lane, ...], style: ChartStyle) -> tuple[Series, ...]:
    groups = []
    for index, name in enumerate(names):
        paint = _softened(series_paint(style, index))
        points = tuple(Point(lane.duration, paint) for lane in lanes if lane.series == index)
        groups.append(Series(name, points, paint))
    return tuple(groups)


def _softened(paint: Paint) -> Paint:
    return replace(paint, opacity=BAR_OPACITY)


def _events(chart: Chart, lanes: tuple[Lane, ...], style: ChartStyle) -> tuple[Series, ...]:
    """Return a series for each kind of event, with a point for each lane; they differ by form alone."""
    return tuple(
        Series(
            name,
            tuple(Point(lane.events[index], style.ink) for lane in lanes),
            style.ink,
            series_marker(style, index),
        )
        for index, name in enumerate(chart.events)
    )
