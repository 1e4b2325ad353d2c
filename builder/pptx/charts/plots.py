"""The kinds of charts and the modules that write them."""

from __future__ import annotations

from collections.abc import Callable

from builder.model.block import ChartKind
from builder.pptx.charts.area_plot import area_plot
from builder.pptx.charts.bar_plot import bar_plot
from builder.pptx.charts.forest_plot import forest_plot
from builder.pptx.charts.kaplan_meier_plot import kaplan_meier_plot
from builder.pptx.charts.line_plot import line_plot
from builder.pptx.charts.pie_plot import pie_plot
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.scatter_plot import scatter_plot
from builder.pptx.charts.swimmer_plot import swimmer_plot
from builder.pptx.charts.text import Writing
from builder.pptx.charts.waterfall_plot import waterfall_plot

WRITERS: dict[ChartKind, Callable[[Writing], Plot]] = {
    ChartKind.BAR: bar_plot,
    ChartKind.GROUPED_BAR: bar_plot,
    ChartKind.STACKED_BAR: bar_plot,
    ChartKind.HORIZONTAL_BAR: bar_plot,
    ChartKind.LINE: line_plot,
    ChartKind.AREA: area_plot,
    ChartKind.SCATTER: scatter_plot,
    ChartKind.PIE: pie_plot,
    ChartKind.DOUGHNUT: pie_plot,
    ChartKind.FOREST: forest_plot,
    ChartKind.KAPLAN_MEIER: kaplan_meier_plot,
    ChartKind.WATERFALL: waterfall_plot,
    ChartKind.SWIMMER: swimmer_plot,
}


def plot_of(writing: Writing) -> Plot:
    """Return the plot of a plan's kind."""
    return WRITERS[writing.plan.kind](writing)
