"""What is wrong with a chart that only its data, or its size, can tell."""

from __future__ import annotations

from builder.diagnostics import Diagnostic, Severity
from builder.model.block import Chart, ChartKind, Datum, Scale
from builder.resolve.charts.grey import TOLD_BY_COLOUR
from builder.resolve.charts.log_scale import log_axis
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import ELLIPSIS
from builder.resolve.charts.plan import ChartPlan
from builder.resolve.charts.planner import fits
from builder.resolve.charts.style import SERIES_ROLES

ROUND = (ChartKind.PIE, ChartKind.DOUGHNUT)
COLOURS = len(SERIES_ROLES)
LEAST_SHARE = 0.7
"""Of the wished text size, below which a chart's text is worth a warning."""


def check_chart(chart: Chart) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the data.

    Diagnostics: B255, more series than can be told apart; B520, values outside the range; B521, values that no slice
    can show.
    """
    values = [datum for name in chart.y for datum in chart.column(name).values if datum.number is not None]
    found = []
    if chart.range is not None:
        found += [_outside(datum, chart.range) for datum in values if not _within(datum, chart.range)]
        found += _cut(chart, chart.range)
    if chart.kind in ROUND:
        found += [_negative(datum) for datum in values if (datum.number or 0) < 0]
        if values and not any(datum.number for datum in values):
            found.append(Diagnostic("B521", "all values are 0, so no slice has a size", chart.span))
    return (*found, *_alike(chart))


def _alike(chart: Chart) -> tuple[Diagnostic, ...]:
    """Return a warning if a series looks like an earlier one, because there are no more colours.

    Lines over categories or numbers and points have marks too: their looks repeat only after 24.
    """
    column = chart.column(chart.series).values if chart.series else ()
    names = tuple(dict.fromkeys(datum.text for datum in column)) or chart.y
    if chart.kind not in TOLD_BY_COLOUR | {ChartKind.KAPLAN_MEIER} or len(names) <= COLOURS:
        return ()
    message = f"{len(names)} series, and {COLOURS} colours: '{names[COLOURS]}' looks like '{names[0]}'"
    span = next((datum.span for datum in column if datum.text == names[COLOURS]), chart.span)
    help = f"show at most {COLOURS} series: put the smaller ones together, or split the chart in two"
    return (Diagnostic("B255", message, span, help=help, severity=Severity.WARNING),)


def _within(datum: Datum, ends: tuple[float, float]) -> bool:
    return ends[0] <= (datum.number or 0.0) <= ends[1]


def _outside(datum: Datum, ends: tuple[float, float]) -> Diagnostic:
    message = f"{datum.text} lies outside the range {ends[0]:g} to {ends[1]:g}"
    return Diagnostic("B520", message, datum.span, help="widen 'range', or leave it out")


def _cut(chart: Chart, ends: tuple[float, float]) -> list[Diagnostic]:
    """Return a warning for each bound beyond the axis: its interval looks shorter than it is."""
    if chart.scale is Scale.LOG:
        axis = log_axis(ends)
        ends = axis.minimum, axis.maximum
    bounds = (datum for name in chart.error or () for datum in chart.column(name).values)
    message = "the interval ends at {}, and is drawn as if it ended at {:g}"
    help = "widen 'range', leave it out, or say in 'note' that the interval goes on"
    return [
        Diagnostic(
            "B520", message.format(datum.text, min(max(datum.number, ends[0]), ends[1])), datum.span, help=help,
            severity=Severity.WARNING,
        )
        for datum in bounds
        if datum.number is not None and not _within(datum, ends)
    ]  # fmt: skip


def _negative(datum: Datum) -> Diagnostic:
    message = f"{datum.text} is below 0, which no slice can show"
    return Diagnostic("B521", message, datum.span, help="use a bar chart for values of both signs")


def check_plan(chart: Chart, plan: ChartPlan, style: ChartStyle) -> tuple[Diagnostic, ...]:
    """Return a warning if the chart's text had to be set much smaller than `style` has it, or collides (B605)."""
    size_pt = plan.style.size_pt
    if fits(plan) and size_pt >= style.size_pt * LEAST_SHARE:
        return ()
    state = (
        f"its text is {size_pt:g} pt, instead of {style.size_pt:g} pt" if fits(plan) else "its texts collide"
    )
    help = "give the chart more room, shorten names, or split the data over two charts"
    return (Diagnostic("B605", f"chart too crowded: {state}", chart.span, help, severity=Severity.WARNING),)


def check_names(chart: Chart, plan: ChartPlan) -> tuple[Diagnostic, ...]:
    """Return an error for each name that has no room in the drawing, and would be cut (B605)."""
    help = "shorten the name, use a horizontal-bar chart, or give the chart more room"
    return tuple(
        Diagnostic("B605", f"a name has no room in this chart: '{text.text}' is all of it", chart.span, help)
        for text in plan.texts
        if is_cut(chart, text.text)
    )


def is_cut(chart: Chart, text: str) -> bool:
    """Return whether a text of a chart's drawing begins with a part of one of its names, cut where its author did not.

    A value may follow, as behind the names of slices.
    """
    head, mark, _ = text.partition(ELLIPSIS)
    names = (
        name for column in chart.data for name in (column.name, *(datum.text for datum in column.values))
    )
    return bool(mark) and not any(head + mark in name for name in names)
