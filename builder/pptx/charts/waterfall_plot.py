"""Waterfalls: a bar chart with the bars of all series in one place, and thresholds as lines over it."""

from __future__ import annotations

from builder.pptx.charts.axes import CATEGORY_AXIS, VALUE_AXIS
from builder.pptx.charts.bar_plot import bar_axes, bars_of
from builder.pptx.charts.category_data import CategoryData, category_data
from builder.pptx.charts.labels import data_labels, texts_of
from builder.pptx.charts.paint import stroke
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.series import head, marker_of
from builder.pptx.charts.text import Writing
from builder.pptx.xml import Xml, join, tag
from builder.resolve.charts.drawing import TextRole
from builder.resolve.charts.series_look import interval_width
from builder.units import Length


def waterfall_plot(writing: Writing) -> Plot:
    """Return the plot of a waterfall chart."""
    plan = writing.plan
    data = category_data(plan)
    levels = _levels(writing, data) if plan.levels else None
    unnamed = tuple(range(len(plan.series), len(plan.series) + len(plan.levels)))
    return Plot(join((bars_of(writing, data), levels, *bar_axes(writing))), data.sheet, unnamed)


def _levels(writing: Writing, data: CategoryData) -> Xml:
    return tag(
        "c:lineChart",
        tag("c:grouping", val="standard"),
        tag("c:varyColors", val=False),
        join(_level(writing, data, index) for index in range(len(writing.plan.levels))),
        tag("c:marker", val=True),
        tag("c:axId", val=CATEGORY_AXIS),
        tag("c:axId", val=VALUE_AXIS),
    )


def _level(writing: Writing, data: CategoryData, index: int) -> Xml:
    plan, level = writing.plan, writing.plan.levels[index]
    number = len(plan.series) + index
    values = data.sheet.add(level.name, tuple(point.value for point in level.points))
    width = Length(interval_width(plan.style) * 2 // 3)
    return tag(
        "c:ser",
        head(number, values.header_reference),
        stroke(level.paint, width, level.dash),
        marker_of(None, level.paint, plan.style.paper),
        data_labels(writing, level, texts_of(writing, number, TextRole.VALUE)),
        tag("c:cat", data.categories.texts()),
        tag("c:val", values.numbers()),
        tag("c:smooth", val=False),
    )
