"""Which series of a chart print alike where there is no colour."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from builder.diagnostics import Diagnostic, Severity
from builder.model.block import Chart, ChartKind
from builder.resolve.charts.plan import ChartPlan, Series
from builder.resolve.charts.style import contrast

TOLD_BY_COLOUR = frozenset(
    (
        ChartKind.BAR,
        ChartKind.STACKED_BAR,
        ChartKind.GROUPED_BAR,
        ChartKind.HORIZONTAL_BAR,
        ChartKind.AREA,
        ChartKind.WATERFALL,
        ChartKind.SWIMMER,
    )
)
"""Kinds whose series differ in nothing else: lines have marks or dashes of their own, slices their names."""

LEAST_CONTRAST = 1.25
"""Ratio of two greys that stand side by side; six of them fit between the 3:1 that marks need on paper and black."""


def check_in_grey(chart: Chart, plan: ChartPlan) -> Iterator[Diagnostic]:
    """Yield B710 for the two series of a chart that are nearest to each other in grey, if they are too near."""
    if plan.kind not in TOLD_BY_COLOUR or len(plan.series) < 2:
        return
    first, second = min(combinations(plan.series, 2), key=_ratio)
    ratio = _ratio((first, second))
    if ratio < LEAST_CONTRAST:
        yield Diagnostic(
            "B710",
            f"'{first.name}' and '{second.name}' print alike in grey, with a contrast of {ratio:.2f}:1",
            chart.span,
            help="show fewer series, or give the theme's series colours that differ more in brightness",
            label=f"needs {LEAST_CONTRAST:g}:1",
            severity=Severity.WARNING,
        )


def _ratio(pair: tuple[Series, Series]) -> float:
    first, second = pair
    return contrast(first.paint, second.paint)
