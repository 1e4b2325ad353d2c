"""From a chart block to its plan, at the largest text size up to the style's at which nothing collides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from builder.model.block import Chart, ChartKind
from builder.resolve.charts.areas import plan_areas
from builder.resolve.charts.bars import plan_bars
from builder.resolve.charts.forest import plan_forest
from builder.resolve.charts.horizontal_bars import plan_horizontal_bars
from builder.resolve.charts.kaplan_meier import plan_kaplan_meier
from builder.resolve.charts.lines import plan_lines
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.pies import plan_pie
from builder.resolve.charts.placing import apart, inside
from builder.resolve.charts.plan import ChartPlan
from builder.resolve.charts.scatter import plan_scatter
from builder.resolve.charts.swimmer import plan_swimmer
from builder.resolve.charts.waterfall import plan_waterfall
from builder.units import EMU_PER_PT, Size

Planner = Callable[[Chart, Size, ChartStyle], ChartPlan]

PLANNERS: dict[ChartKind, Planner] = {
    ChartKind.BAR: plan_bars,
    ChartKind.GROUPED_BAR: plan_bars,
    ChartKind.STACKED_BAR: plan_bars,
    ChartKind.HORIZONTAL_BAR: plan_horizontal_bars,
    ChartKind.LINE: plan_lines,
    ChartKind.AREA: plan_areas,
    ChartKind.SCATTER: plan_scatter,
    ChartKind.PIE: plan_pie,
    ChartKind.DOUGHNUT: plan_pie,
    ChartKind.FOREST: plan_forest,
    ChartKind.KAPLAN_MEIER: plan_kaplan_meier,
    ChartKind.WATERFALL: plan_waterfall,
    ChartKind.SWIMMER: plan_swimmer,
}

SMALLER = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4)
"""Shares of the style's text size that are tried."""

TOLERANCE = EMU_PER_PT
LEAST_PLOT = 12 * EMU_PER_PT


def plan_chart(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return how `chart` looks at `size`.

    The plan's text is smaller than the style's where it would collide or leave the chart otherwise; at the
    smallest size tried the plan is returned as it is, and `fits` tells.
    """
    plan_kind = PLANNERS[chart.kind]
    for share in SMALLER:
        plan = plan_kind(chart, size, replace(style, size_pt=round(style.size_pt * share * 4) / 4))
        if fits(plan):
            break
    return plan


def fits(plan: ChartPlan) -> bool:
    """Return whether no text of the plan leaves the chart or covers anything, and the plot is more than a sliver."""
    return (
        min(plan.plot.width, plan.plot.height) >= LEAST_PLOT
        and not plan.crowded
        and inside(plan.plot, plan.size, TOLERANCE)
        and all(inside(text.rect, plan.size, TOLERANCE) for text in plan.texts)
        and apart((text.rect for text in plan.texts), TOLERANCE)
    )
