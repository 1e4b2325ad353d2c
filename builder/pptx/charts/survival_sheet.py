"""The sheet of a Kaplan-Meier chart: the author's table, then what draws it, as formulas on the table's cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from builder.pptx.charts.scatter_plot import PointData, point_data
from builder.pptx.charts.sheet import Cell, Formula, SheetColumn
from builder.resolve.charts.kaplan_meier import steps
from builder.resolve.charts.plan import ChartPlan, Survival
from builder.resolve.charts.survival_bounds import limit_corners

Corner: TypeAlias = tuple[int, int]
"""The row of its time, and that of its value."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Cells of a series: columns, first row and length."""

    xs: SheetColumn
    ys: SheetColumn
    first: int
    length: int


@dataclass(frozen=True, slots=True)
class SurvivalSheet:
    """The author's table, and the stretches that curves, censor marks and confidence limits are drawn from."""

    data: PointData
    steps: tuple[Stretch, ...]
    censored: tuple[Stretch, ...]
    limits: tuple[tuple[Stretch, ...], ...]


def survival_sheet(plan: ChartPlan, survival: Survival) -> SurvivalSheet:
    """Return the sheet of a Kaplan-Meier plan."""
    data = point_data(plan)
    for name, column in (
        (plan.names.censored, tuple(n for curve in survival.curves for n in curve.censored)),
        (plan.names.at_risk, tuple(n for curve in survival.curves for n in curve.at_risk)),
    ):
        if name:
            data.sheet.add(name, column)
    corners = [
        [(first + time, first + value) for time, value in steps(one.points)]
        for first, one in zip(data.starts, plan.series, strict=True)
    ]
    marks = [
        [(first + index, first + index) for index, number in enumerate(curve.censored) if number]
        for first, curve in zip(data.starts, survival.curves, strict=True)
    ]
    values = data.values
    steps_of, censored = (
        _stretches(data, "step", corners, values),
        _stretches(data, "censored", marks, values),
    )
    return SurvivalSheet(data, steps_of, censored, tuple(_limits(data, plan)))


def _limits(data: PointData, plan: ChartPlan) -> Iterator[tuple[Stretch, ...]]:
    """Yield the stretches of the lower, then of the upper limits, one for each curve; runs are a gap apart."""
    if data.bounds is None:
        return
    rows: list[list[Corner | None]] = []
    for first, one in zip(data.starts, plan.series, strict=True):
        own: list[Corner | None] = []
        for corners in limit_corners(one.points):
            own += [*([None] if own else []), *((first + time, first + value) for time, value in corners)]
        rows.append(own)
    yield _stretches(data, "lower limit", rows, data.bounds.low)
    yield _stretches(data, "upper limit", rows, data.bounds.high)


def _stretches(
    data: PointData, title: str, rows: Sequence[Sequence[Corner | None]], values: SheetColumn
) -> tuple[Stretch, ...]:
    """Add two columns, one stretch of them for each curve; `rows` are those of time and value, None is a gap."""
    pairs = [pair for own in rows for pair in own]
    if not pairs:
        return tuple(Stretch(data.xs, values, 0, 0) for _ in rows)
    across = tuple(_same(data.xs, pair[0]) if pair else None for pair in pairs)
    down = tuple(_same(values, pair[1]) if pair else None for pair in pairs)
    xs = data.sheet.add(f"{title} x", across, helper=True)
    ys = data.sheet.add(f"{title} y", down, helper=True)
    starts = [sum(map(len, rows[:index])) for index in range(len(rows))]
    return tuple(Stretch(xs, ys, first, len(own)) for first, own in zip(starts, rows, strict=True))


def _same(column: SheetColumn, row: int) -> Cell:
    value = column.cells[row]
    assert isinstance(value, int | float)
    return Formula(column.cell_name(row), value)
