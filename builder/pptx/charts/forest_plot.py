"""Forests: a scatter chart with a row for each estimate, intervals as error bars, and labels for all text.

Three series without marks carry the texts of the rows: names left of the plot, sample sizes beside it, values
right of it. They stand on the axis's ends, and each text is moved from there to its column.

LibreOffice (7.4) drops error bars along x that come from cells when it opens a presentation: a series for each group
draws the same intervals as a broken line, from the same cells. It also loses the points of a series that is
followed by a longer one: the longest stand first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.pptx.charts.axes import BOTTOM, CATEGORY_AXIS, LEFT, VALUE_AXIS, value_axis
from builder.pptx.charts.forest_data import ForestData, add_sides, add_stretches, forest_data
from builder.pptx.charts.labels import data_labels
from builder.pptx.charts.paint import stroke
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.series import apart_from_series, error_bars, head, marker_of, marks_of
from builder.pptx.charts.text import Writing
from builder.pptx.xml import Xml, join, tag
from builder.resolve.charts.axes import no_effect_width
from builder.resolve.charts.drawing import PlacedText, TextRole
from builder.resolve.charts.look import Paint
from builder.resolve.charts.plan import Axis, ChartPlan, Point, Series
from builder.resolve.charts.series_look import interval_width


@dataclass(frozen=True, slots=True)
class Carrier:
    """A series of the native chart: the reference to its name, what follows it, and the number of its points."""

    name: Xml
    content: Xml
    length: int


def forest_plot(writing: Writing) -> Plot:
    """Return the plot of a forest chart."""
    plan = writing.plan
    axis = plan.value_axis
    assert axis is not None
    data = forest_data(plan, axis)
    series = [*_texts(writing, data), *_interval_lines(writing, data), *_estimates(writing, data)]
    series += _sides(writing, data)
    series.sort(key=lambda carrier: -carrier.length)
    points = tag(
        "c:scatterChart",
        tag("c:scatterStyle", val="lineMarker"),
        tag("c:varyColors", val=False),
        join(tag("c:ser", head(index, one.name), one.content) for index, one in enumerate(series)),
        tag("c:axId", val=CATEGORY_AXIS),
        tag("c:axId", val=VALUE_AXIS),
    )
    axes = (
        value_axis(writing, axis, BOTTOM, crosses="min", between=False),
        _upright(writing, plan),
    )
    return Plot(join((points, *axes)), data.sheet)


def _upright(writing: Writing, plan: ChartPlan) -> Xml:
    """Return the axis of rows: the line of no effect, or the foot of the values."""
    rows = Axis(0, plan.row_count, plan.row_count, "", gridlines=False, visible=False)
    if plan.no_effect is None:
        return value_axis(writing, rows, LEFT, crosses="autoZero", between=False, drawn=True)
    width = no_effect_width(plan.style)
    return value_axis(writing, rows, LEFT, crosses=plan.no_effect, between=False, drawn=True, width=width)


def _estimates(writing: Writing, data: ForestData) -> Iterator[Carrier]:
    """Yield a series for each group, and one over it for the interval of each highlighted row.

    Why one over it: error bars have one colour a series.
    """
    plan = writing.plan
    for number, series in enumerate(plan.series):
        first, count = data.rows_of(number)
        if not count:
            continue
        marks = marks_of(series, plan.style.paper)
        yield _estimate(writing, data, number, marks, series.paint, (first, count))
        for index, point in apart_from_series(series):
            unmarked = marker_of(None, point.paint, plan.style.paper)
            yield _estimate(writing, data, number, unmarked, point.paint, (first + index, 1))


def _estimate(
    writing: Writing, data: ForestData, number: int, marks: Xml, paint: Paint, rows: tuple[int, int]
) -> Carrier:
    parts = (
        stroke(None),
        marks,
        error_bars(writing.plan, data.bounds, paint, "x", *rows),
        tag("c:xVal", data.values.numbers(*rows)),
        tag("c:yVal", data.heights.numbers(*rows)),
        tag("c:smooth", val=False),
    )
    return Carrier(data.name_of(number), join(parts), rows[1])


def _interval_lines(writing: Writing, data: ForestData) -> Iterator[Carrier]:
    """Yield the intervals of each group as a broken line."""
    style = writing.plan.style
    for stretch in add_stretches(data):
        parts = (
            stroke(stretch.paint, interval_width(style)),
            marker_of(None, stretch.paint, style.paper),
            tag("c:xVal", stretch.xs.numbers(stretch.first, stretch.length)),
            tag("c:yVal", stretch.ys.numbers(stretch.first, stretch.length)),
            tag("c:smooth", val=False),
        )
        yield Carrier(data.name_of(stretch.series), join(parts), stretch.length)


def _texts(writing: Writing, data: ForestData) -> Iterator[Carrier]:
    """Yield the series that carry texts."""
    plan = writing.plan
    columns = (
        (data.lefts, (TextRole.ROW, TextRole.GROUP)),
        (data.lefts, (TextRole.SAMPLE_SIZE,)),
        (data.rights, (TextRole.VALUE,)),
    )
    points = tuple(Point(line.position, plan.style.ink) for line in data.lines)
    for number, (xs, roles) in enumerate(columns):
        texts = _texts_by_line(plan, data, roles)
        if not texts:
            continue
        parts = (
            stroke(None),
            marker_of(None, plan.style.ink, plan.style.paper),
            data_labels(writing, Series("", points, plan.style.ink), texts),
            tag("c:xVal", xs.numbers()),
            tag("c:yVal", data.heights.numbers()),
            tag("c:smooth", val=False),
        )
        yield Carrier(data.titles.texts(number, 1), join(parts), len(data.lines))


def _sides(writing: Writing, data: ForestData) -> Iterator[Carrier]:
    """Yield the series that carries what values on either side of the line of no effect speak for."""
    plan = writing.plan
    placed = {
        text.point: text for text in plan.texts if text.role is TextRole.SIDE and text.point is not None
    }
    if plan.no_effect is None or not placed:
        return
    names, xs, ys = add_sides(data, plan.no_effect, (placed[0].text, placed[1].text))
    points = Series("", (Point(0.0, plan.style.ink),) * 2, plan.style.ink)
    parts = (
        stroke(None),
        marker_of(None, plan.style.ink, plan.style.paper),
        data_labels(writing, points, placed),
        tag("c:xVal", xs.numbers()),
        tag("c:yVal", ys.numbers()),
        tag("c:smooth", val=False),
    )
    yield Carrier(names.header_reference, join(parts), 2)


def _texts_by_line(plan: ChartPlan, data: ForestData, roles: tuple[TextRole, ...]) -> dict[int, PlacedText]:
    """Return the texts by the index of their line; a heading's line has no index in its group."""
    lines = {(line.series, line.index): number for number, line in enumerate(data.lines)}
    return {
        lines[placed.series, None if placed.role is TextRole.GROUP else placed.point]: placed
        for placed in plan.texts
        if placed.role in roles and placed.series is not None
    }
