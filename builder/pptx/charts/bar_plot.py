"""Bars, upright and lying, side by side and stacked (ECMA-376 part 1, 21.2.2.16)."""

from __future__ import annotations

from builder.model.block import ChartKind
from builder.pptx.charts.axes import CATEGORY_AXIS, LEFT, VALUE_AXIS, Position, category_axis, value_axis
from builder.pptx.charts.category_data import CategoryData, category_data
from builder.pptx.charts.labels import labels_of
from builder.pptx.charts.paint import shape
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.series import apart_from_series, error_bars, head, painted_points
from builder.pptx.charts.text import Writing
from builder.pptx.xml import Xml, join, tag

UNDER = Position("b", VALUE_AXIS, CATEGORY_AXIS)
"""The value axis of lying bars."""


def bar_plot(writing: Writing) -> Plot:
    """Return the plot of a chart with bars."""
    data = category_data(writing.plan)
    return Plot(join((bars_of(writing, data), *bar_axes(writing))), data.sheet)


def bars_of(writing: Writing, data: CategoryData) -> Xml:
    """Return the bars of all series."""
    plan = writing.plan
    lying, stacked = plan.kind is ChartKind.HORIZONTAL_BAR, plan.kind is ChartKind.STACKED_BAR
    return tag(
        "c:barChart",
        tag("c:barDir", val="bar" if lying else "col"),
        tag("c:grouping", val="stacked" if stacked else "clustered"),
        tag("c:varyColors", val=False),
        join(_series(writing, data, index) for index in range(len(plan.series))),
        tag("c:gapWidth", val=plan.gap_percent),
        tag("c:overlap", val=plan.overlap_percent),
        tag("c:axId", val=CATEGORY_AXIS),
        tag("c:axId", val=VALUE_AXIS),
    )


def bar_axes(writing: Writing) -> tuple[Xml, Xml]:
    """Return the axes of bars."""
    axis, lying = writing.plan.value_axis, writing.plan.kind is ChartKind.HORIZONTAL_BAR
    assert axis is not None
    position, crosses = (UNDER, "max") if lying else (LEFT, "autoZero")
    return category_axis(writing, lying=lying), value_axis(writing, axis, position, crosses=crosses)


def _series(writing: Writing, data: CategoryData, index: int) -> Xml:
    plan = writing.plan
    series, columns = plan.series[index], data.series[index]
    parting = plan.style.paper if plan.kind is ChartKind.STACKED_BAR else None
    lying = plan.kind is ChartKind.HORIZONTAL_BAR
    return tag(
        "c:ser",
        head(index, columns.values.header_reference),
        shape(series.paint, parting),
        tag("c:invertIfNegative", val=False),
        painted_points(
            (
                number,
                join(
                    (
                        tag("c:invertIfNegative", val=False),
                        tag("c:bubble3D", val=False),
                        shape(point.paint, parting),
                    )
                ),
            )
            for number, point in apart_from_series(series)
        ),
        labels_of(writing, index),
        error_bars(plan, columns.bounds, plan.style.ink, None if lying else "y"),
        data.references(index),
    )
