"""The sheet of a swimmer chart: the author's table, longest lane first, then what places it in the drawing."""

from __future__ import annotations

from dataclasses import dataclass

from builder.pptx.charts.sheet import Cell, Formula, Sheet, SheetColumn
from builder.resolve.charts.plan import ChartPlan, Swim

CELLS_A_BAR = 3
"""Both ends, and a gap."""

TEXT_SERIES = ("Names", "Arrows")


@dataclass(frozen=True, slots=True)
class BarCells:
    """A group's cells in the columns of bars, and the row of its first lane."""

    first: int
    length: int
    first_row: int


@dataclass(frozen=True, slots=True)
class SwimmerSheet:
    """The sheet, and the columns that the series refer to."""

    sheet: Sheet
    group_names: SheetColumn
    durations: SheetColumn
    events: tuple[SheetColumn, ...]
    heights: SheetColumn
    lefts: SheetColumn
    titles: SheetColumn
    bar_xs: SheetColumn
    bar_ys: SheetColumn
    bars: tuple[BarCells, ...]


def swimmer_sheet(plan: ChartPlan, swim: Swim) -> SwimmerSheet:
    """Return the sheet of a swimmer's plan."""
    sheet, lanes = Sheet(), swim.lanes
    sheet.add(plan.names.x, tuple(lane.name for lane in lanes))
    groups = sheet.add(plan.names.series or "group", tuple(plan.series[lane.series].name for lane in lanes))
    durations = sheet.add(plan.names.value, tuple(lane.duration for lane in lanes))
    if swim.ongoing:
        sheet.add(swim.ongoing, tuple("yes" if lane.ongoing else None for lane in lanes))
    spare = (None,) * _spare_rows(plan, swim)
    times = (tuple(point.value for point in one.points) for one in swim.events)
    events = tuple(sheet.add(one.name, (*own, *spare)) for one, own in zip(swim.events, times, strict=True))
    middles = tuple(plan.row_count - index - 0.5 for index in range(len(lanes)))
    heights = sheet.add("height", (*middles, *spare), helper=True)
    lefts = sheet.add("left", (_left(plan),) * len(lanes), helper=True)
    titles = sheet.add("text series", TEXT_SERIES, helper=True)
    xs, ys, bars = _bar_cells(plan, swim, durations, heights)
    bar_xs = sheet.add("bar", tuple(xs), helper=True)
    bar_ys = sheet.add("bar height", tuple(ys), helper=True)
    return SwimmerSheet(sheet, groups, durations, events, heights, lefts, titles, bar_xs, bar_ys, tuple(bars))


def _spare_rows(plan: ChartPlan, swim: Swim) -> int:
    """Return how many empty rows make the columns of events as long as the longest group of bars."""
    longest = max((len(one.points) * CELLS_A_BAR for one in plan.series), default=0)
    return max(0, longest - len(swim.lanes))


def _left(plan: ChartPlan) -> float:
    assert plan.value_axis is not None
    return plan.value_axis.minimum


def _bar_cells(
    plan: ChartPlan, swim: Swim, durations: SheetColumn, heights: SheetColumn
) -> tuple[list[Cell], list[Cell], list[BarCells]]:
    """Return the ends of the bars, a gap after each, group by group."""
    xs: list[Cell] = []
    ys: list[Cell] = []
    bars = []
    for number in range(len(plan.series)):
        rows = [row for row, lane in enumerate(swim.lanes) if lane.series == number]
        first = len(xs)
        for row in rows:
            end = Formula(durations.cell_name(row), swim.lanes[row].duration)
            height = Formula(heights.cell_name(row), plan.row_count - row - 0.5)
            xs += [0.0, end, end]
            ys += [height, height, None]
        bars.append(BarCells(first, len(xs) - first, rows[0]))
    return xs, ys, bars
