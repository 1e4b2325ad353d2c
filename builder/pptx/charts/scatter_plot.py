"""Points between two value axes, alone or joined by lines (ECMA-376 part 1, 21.2.2.161)."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.block import ChartKind
from builder.pptx.charts.axes import BOTTOM, CATEGORY_AXIS, LEFT, VALUE_AXIS, value_axis
from builder.pptx.charts.labels import labels_of
from builder.pptx.charts.paint import stroke
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.series import Bounds, add_bounds, error_bars, head, marks_of
from builder.pptx.charts.sheet import Sheet, SheetColumn
from builder.pptx.charts.text import Writing
from builder.pptx.xml import Xml, join, tag
from builder.resolve.charts.plan import ChartPlan
from builder.resolve.charts.series_look import interval_width


@dataclass(frozen=True, slots=True)
class PointData:
    """A sheet with the points of all series one below another; `starts` are their first rows."""

    sheet: Sheet
    names: SheetColumn
    xs: SheetColumn
    values: SheetColumn
    bounds: Bounds | None
    starts: tuple[int, ...]


def scatter_plot(writing: Writing) -> Plot:
    """Return the plot of points with an x and a value each.

    Why the longest series first: LibreOffice (7.4) loses the points of one that a longer one follows. Their order
    in names and colours is that of `c:order`.
    """
    plan = writing.plan
    longest_first = sorted(range(len(plan.series)), key=lambda index: -len(plan.series[index].points))
    data = point_data(plan)
    points = tag(
        "c:scatterChart",
        tag("c:scatterStyle", val="lineMarker"),
        tag("c:varyColors", val=False),
        join(_series(writing, data, index) for index in longest_first),
        tag("c:axId", val=CATEGORY_AXIS),
        tag("c:axId", val=VALUE_AXIS),
    )
    assert plan.value_axis is not None
    assert plan.x_axis is not None
    axes = (
        value_axis(writing, plan.x_axis, BOTTOM, crosses="min", between=False, drawn=True),
        value_axis(writing, plan.value_axis, LEFT, crosses="min", between=False),
    )
    return Plot(join((points, *axes)), data.sheet)


def point_data(plan: ChartPlan) -> PointData:
    """Return the sheet of a plan whose points have an x of their own."""
    sheet = Sheet()
    points = tuple(point for one in plan.series for point in one.points)
    names = sheet.add(
        plan.names.series or "series", tuple(one.name for one in plan.series for _ in one.points)
    )
    xs = sheet.add(plan.names.x, tuple(point.x for point in points))
    values = sheet.add(plan.names.value, tuple(point.value for point in points))
    bounds = add_bounds(sheet, values, points, plan.names)
    starts = tuple(sum(len(one.points) for one in plan.series[:index]) for index in range(len(plan.series)))
    return PointData(sheet, names, xs, values, bounds, starts)


def _series(writing: Writing, data: PointData, index: int) -> Xml:
    plan, series = writing.plan, writing.plan.series[index]
    rows = (data.starts[index], len(series.points))
    joined = plan.kind is ChartKind.LINE
    return tag(
        "c:ser",
        head(index, data.names.texts(rows[0], 1)),
        stroke(series.paint if joined else None, interval_width(plan.style), series.dash),
        marks_of(series, plan.style.paper),
        labels_of(writing, index),
        error_bars(plan, data.bounds, series.paint, "y", *rows),
        tag("c:xVal", data.xs.numbers(*rows)),
        tag("c:yVal", data.values.numbers(*rows)),
        tag("c:smooth", val=False),
    )
