"""Lines over categories (ECMA-376 part 1, 21.2.2.97); over numbers they are a scatter chart's."""

from __future__ import annotations

from builder.pptx.charts.axes import CATEGORY_AXIS, LEFT, VALUE_AXIS, category_axis, value_axis
from builder.pptx.charts.category_data import CategoryData, category_data
from builder.pptx.charts.labels import labels_of
from builder.pptx.charts.paint import stroke
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.scatter_plot import scatter_plot
from builder.pptx.charts.series import error_bars, head, marks_of
from builder.pptx.charts.text import Writing
from builder.pptx.xml import Xml, join, tag
from builder.resolve.charts.series_look import interval_width


def line_plot(writing: Writing) -> Plot:
    """Return the plot of a line chart."""
    plan = writing.plan
    if plan.x_axis is not None:
        return scatter_plot(writing)
    data = category_data(plan)
    lines = tag(
        "c:lineChart",
        tag("c:grouping", val="standard"),
        tag("c:varyColors", val=False),
        join(_series(writing, data, index) for index in range(len(plan.series))),
        tag("c:marker", val=True),
        tag("c:axId", val=CATEGORY_AXIS),
        tag("c:axId", val=VALUE_AXIS),
    )
    assert plan.value_axis is not None
    axes = category_axis(writing), value_axis(writing, plan.value_axis, LEFT, between=False)
    return Plot(join((lines, *axes)), data.sheet)


def _series(writing: Writing, data: CategoryData, index: int) -> Xml:
    plan = writing.plan
    series, columns = plan.series[index], data.series[index]
    return tag(
        "c:ser",
        head(index, columns.values.header_reference),
        stroke(series.paint, interval_width(plan.style), series.dash),
        marks_of(series, plan.style.paper),
        labels_of(writing, index),
        error_bars(plan, columns.bounds, series.paint, "y"),
        data.references(index),
        tag("c:smooth", val=False),
    )
