"""Forests: a scatter chart with a row for each estimate, intervals as error bars, and labels for all text.

Three series without marks carry the texts of the rows: names left of the plot, sample sizes beside it, values
right of it. They stand on the axis's ends, and each text is moved from there to its column.

LibreOffice (7.4) drops error bars along x that come from cells when it opens a presentation: a series of each group
draws the same intervals as a broken line, from the same cells. It also loses the points of a series that is
followed by a longer one: the longest stand first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.pptx.charts.axes import BOTTOM, CATEGORY_AXIS, LEFT, VALUE_AXIS, value_axis
from builder.pptx.charts.labels import data_labels
from builder.pptx.charts.paint import stroke
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.series import Bounds, add_bounds, apart_from_series, error_bars, head, marker_of
from builder.pptx.charts.sheet import Sheet, SheetColumn
from builder.pptx.charts.text import Writing
from builder.pptx.xml import Xml, join, tag
from builder.resolve.charts.plan import Axis, ChartPlan, Paint, PlacedText, Point, Row, Series, TextRole

NAMES, SIZES, VALUES = "Row names", "Sample sizes", "Values"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet: a heading, or a row with its point."""

    series: int
    point: int | None
    heading: str
    row: Row | None
    position: float


@dataclass(frozen=True, slots=True)
class Carrier:
    """A series of the native chart: the reference to its name, what follows it, and the number of its points."""

    name: Xml
    content: Xml
    length: int


@dataclass(frozen=True, slots=True)
class ForestData:
    """The sheet, its lines, and the columns that the series refer to."""

    sheet: Sheet
    lines: tuple[Line, ...]
    groups: SheetColumn
    values: SheetColumn
    bounds: Bounds | None
    heights: SheetColumn
    lefts: SheetColumn
    rights: SheetColumn
    titles: SheetColumn


def forest_plot(writing: Writing) -> Plot:
    """Return the plot of a forest chart."""
    plan = writing.plan
    axis = plan.value_axis
    assert axis is not None
    data = forest_data(plan, axis)
    series = [*_text_series(writing, data), *_interval_lines(writing, data), *_estimates(writing, data)]
    series.sort(key=lambda carrier: -carrier.length)
    points = tag(
        "c:scatterChart",
        tag("c:scatterStyle", val="lineMarker"),
        tag("c:varyColors", val=False),
        join(tag("c:ser", head(index, one.name), one.content) for index, one in enumerate(series)),
        tag("c:axId", val=CATEGORY_AXIS),
        tag("c:axId", val=VALUE_AXIS),
    )
    rows = Axis(0, plan.row_count, plan.row_count, "", gridlines=False, visible=False)
    axes = (
        value_axis(writing, axis, BOTTOM, crosses="min", between=False),
        value_axis(writing, rows, LEFT, crosses="autoZero", between=False, drawn=True),
    )
    return Plot(join((points, *axes)), data.sheet)


def forest_data(plan: ChartPlan, axis: Axis) -> ForestData:
    """Return the sheet: headings and rows from top to bottom, then what places them in the drawing."""
    sheet, lines = Sheet(), tuple(_lines(plan))
    points = tuple(_point(plan, line) for line in lines)
    rows = tuple(line.row for line in lines)
    groups = sheet.add(plan.names.series or "group", tuple(line.heading or None for line in lines))
    sheet.add(plan.names.x, tuple(row.name if row else None for row in rows))
    sheet.add(plan.names.n or "n", tuple(_number_or_text(row.n) if row else None for row in rows))
    values = sheet.add(plan.names.value, tuple(point.value if point else None for point in points))
    bounds = add_bounds(sheet, values, points, (plan.names.low, plan.names.high))
    heights = tuple(round(plan.row_count - line.position, 4) for line in lines)
    return ForestData(
        sheet=sheet,
        lines=lines,
        groups=groups,
        values=values,
        bounds=bounds,
        heights=sheet.add("height", heights, helper=True),
        lefts=sheet.add("left", (axis.minimum,) * len(lines), helper=True),
        rights=sheet.add("right", (axis.maximum,) * len(lines), helper=True),
        titles=sheet.add("text series", (NAMES, SIZES, VALUES), helper=True),
    )


def _lines(plan: ChartPlan) -> Iterator[Line]:
    for number, group in enumerate(plan.groups):
        if group.heading:
            yield Line(number, None, group.heading, None, group.position)
        for index, row in enumerate(group.rows):
            yield Line(number, index, "", row, row.position)


def _point(plan: ChartPlan, line: Line) -> Point | None:
    return None if line.point is None else plan.series[line.series].points[line.point]


def _number_or_text(written: str) -> float | str:
    try:
        return float(written)
    except ValueError:
        return written


def _estimates(writing: Writing, data: ForestData) -> Iterator[Carrier]:
    """Yield a series for each group, and of one over it for each highlighted row.

    Why one over it: error bars have one colour a series.
    """
    for number, series in enumerate(writing.plan.series):
        own = [
            index for index, line in enumerate(data.lines) if line.series == number and line.point is not None
        ]
        first = own[0]
        name = (
            data.groups.texts(first - 1, 1)
            if first and data.lines[first - 1].heading
            else data.values.header_reference
        )
        yield name, _estimate(writing, data, series, series.paint, first, len(own))
        for index, point in apart_from_series(series):
            yield name, _estimate(writing, data, series, point.paint, first + index, 1)


def _estimate(
    writing: Writing, data: ForestData, series: Series, paint: Paint, first: int, count: int
) -> Xml:
    plan = writing.plan
    return join(
        (
            stroke(None),
            marker_of(series.marker, paint, plan.style.paper),
            error_bars(plan, data.bounds, paint, "x", first, count),
            tag("c:xVal", data.values.numbers(first, count)),
            tag("c:yVal", data.heights.numbers(first, count)),
            tag("c:smooth", val=False),
        )
    )


def _text_series(writing: Writing, data: ForestData) -> Iterator[Carrier]:
    """Yield the series that carry texts."""
    columns = (
        (data.lefts, (TextRole.ROW, TextRole.GROUP)),
        (data.lefts, (TextRole.SAMPLE_SIZE,)),
        (data.rights, (TextRole.VALUE,)),
    )
    for number, (xs, roles) in enumerate(columns):
        texts = _texts_by_line(writing.plan, data, roles)
        if texts:
            yield data.titles.texts(number, 1), _text_carrier(writing, data, xs, texts)


def _texts_by_line(plan: ChartPlan, data: ForestData, roles: tuple[TextRole, ...]) -> dict[int, PlacedText]:
    lines = {(line.series, line.point): index for index, line in enumerate(data.lines)}
    return {
        lines[placed.series, None if placed.role is TextRole.GROUP else placed.point]: placed
        for placed in plan.texts
        if placed.role in roles and placed.series is not None
    }


def _text_carrier(writing: Writing, data: ForestData, xs: SheetColumn, texts: dict[int, PlacedText]) -> Xml:
    plan = writing.plan
    points = tuple(Point(line.position, plan.style.ink) for line in data.lines)
    return join(
        (
            stroke(None),
            marker_of(None, plan.style.ink, plan.style.paper),
            data_labels(writing, Series("", points, plan.style.ink), texts),
            tag("c:xVal", xs.numbers()),
            tag("c:yVal", data.heights.numbers()),
            tag("c:smooth", val=False),
        )
    )
