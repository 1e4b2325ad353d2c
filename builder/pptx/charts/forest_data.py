"""The sheet of a forest: headings and rows from top to bottom, then what places them in the drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.pptx.charts.series import Bounds, add_bounds
from builder.pptx.charts.sheet import Cell, Formula, Sheet, SheetColumn
from builder.pptx.xml import Xml
from builder.resolve.charts.look import Paint
from builder.resolve.charts.plan import Axis, ChartPlan, Point, Row

TEXT_SERIES = ("Row names", "Sample sizes", "Values")

INSIDE = 1e-9
"""By which share texts stand inside the ends of a logarithmic axis.

Why: LibreOffice (7.4) takes points at the ends of one for outside, and drops them with their labels.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet: a heading (without row, point and paint), or a row; `position` counts from the top."""

    series: int
    position: float
    heading: str = ""
    row: Row | None = None
    point: Point | None = None
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Cells of a broken line: columns, first row and length, and the colour that it is drawn in."""

    xs: SheetColumn
    ys: SheetColumn
    first: int
    length: int
    series: int
    paint: Paint


@dataclass(frozen=True, slots=True)
class ForestData:
    """The sheet, its lines, and the columns that the series refer to."""

    sheet: Sheet
    lines: tuple[Line, ...]
    groups: SheetColumn
    values: SheetColumn
    bounds: Bounds | None
    heights: SheetColumn
    lefts: SheetColumn
    rights: SheetColumn
    titles: SheetColumn

    def rows_of(self, series: int) -> tuple[int, int]:
        """Return the first line of a group's rows and their number."""
        own = [i for i, line in enumerate(self.lines) if line.series == series and line.row is not None]
        return (own[0], len(own)) if own else (0, 0)

    def name_of(self, series: int) -> Xml:
        """Return the reference to a group's name: its heading, or where there is none the values' title."""
        first = self.rows_of(series)[0]
        if first and self.lines[first - 1].heading:
            return self.groups.texts(first - 1, 1)
        return self.values.header_reference


def forest_data(plan: ChartPlan, axis: Axis) -> ForestData:
    """Return the sheet of a forest's plan."""
    sheet, lines = Sheet(), tuple(_lines(plan))
    points = tuple(line.point for line in lines)
    groups = sheet.add(plan.names.series or "group", tuple(line.heading or None for line in lines))
    sheet.add(plan.names.x, tuple(line.row.name if line.row else None for line in lines))
    sheet.add(plan.names.n or "n", tuple(_number_or_text(line.row.n) if line.row else None for line in lines))
    values = sheet.add(plan.names.value, tuple(point.value if point else None for point in points))
    bounds = add_bounds(sheet, values, points, plan.names)
    inside = INSIDE if axis.log_base else 0.0
    heights = tuple(round(plan.row_count - line.position, 4) for line in lines)
    return ForestData(
        sheet=sheet,
        lines=lines,
        groups=groups,
        values=values,
        bounds=bounds,
        heights=sheet.add("height", heights, helper=True),
        lefts=sheet.add("left", (axis.minimum * (1 + inside),) * len(lines), helper=True),
        rights=sheet.add("right", (axis.maximum * (1 - inside),) * len(lines), helper=True),
        titles=sheet.add("text series", TEXT_SERIES, helper=True),
    )


def _lines(plan: ChartPlan) -> Iterator[Line]:
    for number, (group, series) in enumerate(zip(plan.groups, plan.series, strict=True)):
        if group.heading:
            yield Line(number, group.position, group.heading)
        for index, row in enumerate(group.rows):
            yield Line(number, row.position, row=row, point=series.points[index], index=index)


def _number_or_text(written: str) -> float | str:
    try:
        return float(written)
    except ValueError:
        return written


def add_stretches(data: ForestData) -> tuple[Stretch, ...]:
    """Add the intervals as stretches of a broken line for each group and colour, as formulas on their ends."""
    bounds = data.bounds
    if bounds is None:
        return ()
    xs: list[Cell] = []
    ys: list[Cell] = []
    stretches: list[tuple[int, int, int, Paint]] = []
    keys = dict.fromkeys((line.series, line.point.paint) for line in data.lines if line.point)
    for series, paint in keys:
        first = len(xs)
        for row, line in enumerate(data.lines):
            if (
                line.series == series
                and line.point
                and line.point.paint == paint
                and line.point.low is not None
            ):
                xs += [_same(bounds.low, row), _same(bounds.high, row), _same(bounds.high, row)]
                ys += [_same(data.heights, row), _same(data.heights, row), None]
        stretches.append((first, len(xs) - first, series, paint))
    across = data.sheet.add("interval", tuple(xs), helper=True)
    down = data.sheet.add("interval height", tuple(ys), helper=True)
    return tuple(
        Stretch(across, down, first, length, series, paint)
        for first, length, series, paint in stretches
        if length
    )


def _same(column: SheetColumn, row: int) -> Formula:
    value = column.cells[row]
    assert isinstance(value, float)
    return Formula(column.cell_name(row), value)


def add_sides(
    data: ForestData, line: float, sides: tuple[str, str]
) -> tuple[SheetColumn, SheetColumn, SheetColumn]:
    """Add what stands on either side of the line of no effect: the texts, then twice the place of its foot."""
    names = data.sheet.add("sides", sides, helper=True)
    return (
        names,
        data.sheet.add("side", (line,) * 2, helper=True),
        data.sheet.add("foot", (0.0,) * 2, helper=True),
    )
