"""The sheet of a Kaplan-Meier chart: the author's table, then what draws it, as formulas on the table's cells."""

from __future__ import annotations

from dataclasses import dataclass

from builder.pptx.charts.scatter_plot import PointData, point_data
from builder.pptx.charts.sheet import Cell, Formula, SheetColumn
from builder.resolve.charts.kaplan_meier import steps
from builder.resolve.charts.plan import ChartPlan, Survival


@dataclass(frozen=True, slots=True)
class Stretch:
    """Cells of a series: columns, first row and length."""

    xs: SheetColumn
    ys: SheetColumn
    first: int
    length: int


@dataclass(frozen=True, slots=True)
class SurvivalSheet:
    """The author's table, and the stretches that its curves and censor marks are drawn from."""

    data: PointData
    steps: tuple[Stretch, ...]
    censored: tuple[Stretch, ...]


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
    return SurvivalSheet(data, _stretches(data, "step", corners), _stretches(data, "censored", marks))


def _stretches(data: PointData, title: str, rows: list[list[tuple[int, int]]]) -> tuple[Stretch, ...]:
    """Add two columns, one stretch of them for each curve; `rows` are those of time and survival."""
    pairs = [pair for own in rows for pair in own]
    if not pairs:
        return tuple(Stretch(data.xs, data.values, 0, 0) for _ in rows)
    xs = data.sheet.add(f"{title} x", tuple(_same(data.xs, row) for row, _ in pairs), helper=True)
    ys = data.sheet.add(f"{title} y", tuple(_same(data.values, row) for _, row in pairs), helper=True)
    starts = [sum(map(len, rows[:index])) for index in range(len(rows))]
    return tuple(Stretch(xs, ys, first, len(own)) for first, own in zip(starts, rows, strict=True))


def _same(column: SheetColumn, row: int) -> Cell:
    value = column.cells[row]
    assert isinstance(value, int | float)
    return Formula(column.cell_name(row), value)
