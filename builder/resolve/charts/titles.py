"""Which title says what: of the values, and of what they are values of."""

from __future__ import annotations

from builder.model.block import Chart, ChartKind

PRINTED_SINGLY = (ChartKind.BAR, ChartKind.HORIZONTAL_BAR, ChartKind.PIE, ChartKind.DOUGHNUT)
"""Kinds that print each value, with its unit, if there is one series."""

UNTITLED_BELOW = (
    ChartKind.FOREST,
    ChartKind.SWIMMER,
    ChartKind.HORIZONTAL_BAR,
    ChartKind.PIE,
    ChartKind.DOUGHNUT,
)
"""Kinds without a title below: their values run along x, or along no axis."""


def value_title(chart: Chart) -> str:
    """Return what stands above the plot: the authors' title of the values, else a unit that is said nowhere else.

    Where no title stands below the plot, that of x stands here too; it is often the only one.
    """
    return _written(chart) or ("" if chart.unit == "%" or unit_at_values(chart) else chart.unit)


def _written(chart: Chart) -> str:
    titles = (chart.y_title, chart.x_title if chart.kind in UNTITLED_BELOW else "")
    return " · ".join(title for title in titles if title)


def unit_at_values(chart: Chart) -> str:
    """Return the unit as printed with each value: a percent sign always, a word where nothing else says it."""
    alone = len(chart.y) == 1 and not chart.series and chart.kind in PRINTED_SINGLY
    return chart.unit if chart.unit == "%" or (alone and chart.unit not in _written(chart)) else ""
