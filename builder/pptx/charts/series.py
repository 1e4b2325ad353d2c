"""What series of all kinds have: name, intervals, marks (ECMA-376 part 1, 21.2.2.196 and what it holds)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.pptx.charts.paint import fill, line, stroke
from builder.pptx.charts.sheet import Formula, Sheet, SheetColumn
from builder.pptx.xml import Xml, join, tag
from builder.resolve.charts.look import Marker, MarkerShape, Paint
from builder.resolve.charts.plan import ChartPlan, ColumnNames, Point, Series
from builder.resolve.charts.series_look import interval_width, marker_at
from builder.resolve.charts.svg import PLUS_LINE_SHARE
from builder.units import Length


@dataclass(frozen=True, slots=True)
class Bounds:
    """Columns with an interval's ends, and with their distances from the value."""

    low: SheetColumn
    high: SheetColumn
    below: SheetColumn
    above: SheetColumn


def add_bounds(
    sheet: Sheet, values: SheetColumn, points: tuple[Point | None, ...], names: ColumnNames
) -> Bounds | None:
    """Add the intervals' ends, and as formulas their distances from the value; None if there are no intervals."""
    if all(point is None or point.low is None for point in points):
        return None
    low = sheet.add(names.low or "low", tuple(point.low if point else None for point in points))
    high = sheet.add(names.high or "high", tuple(point.high if point else None for point in points))
    below = tuple(_distance(values, low, row) for row in range(len(points)))
    above = tuple(_distance(high, values, row) for row in range(len(points)))
    return Bounds(low, high, sheet.add("minus", below, helper=True), sheet.add("plus", above, helper=True))


def _distance(upper: SheetColumn, lower: SheetColumn, row: int) -> Formula | None:
    high, low = upper.cells[row], lower.cells[row]
    if not isinstance(high, float) or not isinstance(low, float):
        return None
    return Formula(f"{upper.cell_name(row)}-{lower.cell_name(row)}", round(high - low, 12))


def error_bars(
    plan: ChartPlan,
    bounds: Bounds | None,
    paint: Paint,
    direction: str | None,
    first: int = 0,
    count: int | None = None,
) -> Xml | None:
    """Return the intervals; `direction` is x or y, None where the kind of chart leaves no choice."""
    if bounds is None:
        return None
    return tag(
        "c:errBars",
        tag("c:errDir", val=direction) if direction else None,
        tag("c:errBarType", val="both"),
        tag("c:errValType", val="cust"),
        tag("c:noEndCap", val=True),
        tag("c:plus", bounds.above.numbers(first, count)),
        tag("c:minus", bounds.below.numbers(first, count)),
        stroke(paint, interval_width(plan.style)),
    )


def head(index: int, name: Xml) -> Xml:
    """Return what every series starts with; `name` refers to the cell that holds it."""
    return join((tag("c:idx", val=index), tag("c:order", val=index), tag("c:tx", name)))


def marker_of(marker: Marker | None, paint: Paint, paper: Paint) -> Xml:
    """Return the mark of a series or a point."""
    if marker is None:
        return tag("c:marker", tag("c:symbol", val="none"))
    if marker.shape is MarkerShape.PLUS:
        width = Length.from_pt(marker.size_pt * PLUS_LINE_SHARE)
        drawn = tag("c:spPr", tag("a:noFill"), line(paint, width))
        return tag("c:marker", tag("c:symbol", val="plus"), tag("c:size", val=round(marker.size_pt)), drawn)
    width = Length.from_pt(marker.size_pt * 0.2 if marker.hollow else 0.5)
    return tag(
        "c:marker",
        tag("c:symbol", val=marker.shape.value),
        tag("c:size", val=max(2, round(marker.size_pt))),
        tag("c:spPr", fill(paper if marker.hollow else paint), line(paint, width)),
    )


def marks_of(series: Series, paper: Paint) -> Xml:
    """Return the marks of a series, and those of the points that look different."""
    own = (
        (index, join((marker_of(marker_at(series, point), point.paint, paper), tag("c:bubble3D", val=False))))
        for index, point in apart_from_series(series)
    )
    return join((marker_of(series.marker, series.paint, paper), painted_points(own)))


def painted_points(draw: Iterable[tuple[int, Xml]]) -> Xml:
    """Return a statement for each point given, by its index."""
    return join(tag("c:dPt", tag("c:idx", val=index), content) for index, content in draw)


def apart_from_series(series: Series) -> list[tuple[int, Point]]:
    """Return the points whose colour is not the series'."""
    return [(index, point) for index, point in enumerate(series.points) if point.paint != series.paint]
