"""Kaplan-Meier: a scatter chart with the corners of each curve joined, its censor marks, and labels for all text.

Series without marks carry the texts of the table of numbers at risk: they stand on the time axis, at its ticks, and
each text is moved from there to its row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.pptx.charts.axes import BOTTOM, CATEGORY_AXIS, LEFT, VALUE_AXIS, value_axis
from builder.pptx.charts.labels import data_labels, texts_of
from builder.pptx.charts.paint import stroke
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.series import head, marker_of
from builder.pptx.charts.sheet import SheetColumn
from builder.pptx.charts.survival_sheet import Stretch, SurvivalSheet, survival_sheet
from builder.pptx.charts.text import Writing
from builder.pptx.xml import Xml, join, tag
from builder.resolve.charts.drawing import PlacedText, TextRole
from builder.resolve.charts.plan import Axis, Point, Series, Survival
from builder.resolve.charts.series_look import interval_width
from builder.resolve.charts.survival_bounds import limit_paint, limit_width


@dataclass(frozen=True, slots=True)
class Carrier:
    """A series of the native chart: the reference to its name, what follows it, and its cells."""

    name: Xml
    look: Xml
    cells: Stretch

    def xml(self, index: int) -> Xml:
        """Return the series."""
        cells = self.cells
        return tag(
            "c:ser",
            head(index, self.name),
            self.look,
            tag("c:xVal", cells.xs.numbers(cells.first, cells.length)),
            tag("c:yVal", cells.ys.numbers(cells.first, cells.length)),
            tag("c:smooth", val=False),
        )


def kaplan_meier_plot(writing: Writing) -> Plot:
    """Return the plot of a Kaplan-Meier chart.

    Why the longest series first: LibreOffice (7.4) loses the points of one that a longer one follows.
    """
    plan = writing.plan
    assert plan.value_axis is not None
    assert plan.x_axis is not None
    assert plan.survival is not None
    sheet = survival_sheet(plan, plan.survival)
    drawn = (*_limits(writing, sheet), *_curves(writing, sheet), *_marks(writing, sheet))
    series = [*drawn, *_table(writing, sheet, plan.survival)]
    series.sort(key=lambda carrier: -carrier.cells.length)
    points = tag(
        "c:scatterChart",
        tag("c:scatterStyle", val="lineMarker"),
        tag("c:varyColors", val=False),
        join(carrier.xml(index) for index, carrier in enumerate(series)),
        tag("c:axId", val=CATEGORY_AXIS),
        tag("c:axId", val=VALUE_AXIS),
    )
    axes = (
        value_axis(writing, plan.x_axis, BOTTOM, crosses="min", between=False, drawn=True),
        value_axis(writing, plan.value_axis, LEFT, crosses="min", between=False),
    )
    return Plot(join((points, *axes)), sheet.data.sheet)


def _curves(writing: Writing, sheet: SurvivalSheet) -> Iterator[Carrier]:
    """Yield the curves; a name is the label of the last corner."""
    plan = writing.plan
    for index, (one, cells) in enumerate(zip(plan.series, sheet.steps, strict=True)):
        placed = next(iter(texts_of(writing, index, TextRole.SERIES).values()), None)
        named = {cells.length - 1: placed} if placed else {}
        corners = Series(one.name, (Point(0.0, one.paint),) * cells.length, one.paint)
        look = (
            stroke(one.paint, interval_width(plan.style), one.dash),
            marker_of(None, one.paint, plan.style.paper),
            data_labels(writing, corners, named),
        )
        yield Carrier(sheet.data.names.texts(sheet.data.starts[index], 1), join(look), cells)


def _limits(writing: Writing, sheet: SurvivalSheet) -> Iterator[Carrier]:
    """Yield the confidence limits of each curve that has any."""
    plan = writing.plan
    if not sheet.limits:
        return
    names = tuple(f"{one.name}, {which}" for which in ("lower limit", "upper limit") for one in plan.series)
    titles = sheet.data.sheet.add("limit series", names, helper=True)
    stretches = [stretch for stretches in sheet.limits for stretch in stretches]
    for index, cells in enumerate(stretches):
        paint = plan.series[index % len(plan.series)].paint
        if cells.length:
            look = (
                stroke(limit_paint(paint), limit_width(plan.style)),
                marker_of(None, paint, plan.style.paper),
            )
            yield Carrier(titles.texts(index, 1), join(look), cells)


def _marks(writing: Writing, sheet: SurvivalSheet) -> Iterator[Carrier]:
    """Yield the censor marks of each curve that has any."""
    plan = writing.plan
    titles = sheet.data.sheet.add(
        "mark series", tuple(f"{one.name}, censored" for one in plan.series), helper=True
    )
    for index, (one, cells) in enumerate(zip(plan.series, sheet.censored, strict=True)):
        if cells.length:
            look = stroke(None), marker_of(one.marker, one.paint, plan.style.paper)
            yield Carrier(titles.texts(index, 1), join(look), cells)


def _table(writing: Writing, sheet: SurvivalSheet, survival: Survival) -> Iterator[Carrier]:
    """Yield the series that carry the texts below the axis: heading, names of the rows, the numbers of each."""
    axis, foot = writing.plan.x_axis, writing.plan.value_axis
    if not survival.times or axis is None or foot is None:
        return
    titles = sheet.data.sheet.add(
        "table series", (survival.heading, "Curves", *(one.name for one in writing.plan.series)), helper=True
    )
    times = sheet.data.sheet.add("table x", survival.times, helper=True)
    feet = sheet.data.sheet.add("table y", (foot.minimum,) * len(survival.times), helper=True)
    heading = next(placed for placed in writing.plan.texts if placed.role is TextRole.GROUP)
    yield _carrier(writing, titles.texts(0, 1), {0: heading}, Stretch(times, feet, 0, 1))
    yield from _row_names(writing, sheet, titles, axis, foot)
    for index in range(len(writing.plan.series)):
        counts = texts_of(writing, index, TextRole.SAMPLE_SIZE)
        if counts:
            yield _carrier(
                writing, titles.texts(index + 2, 1), counts, Stretch(times, feet, 0, len(times.cells))
            )


def _row_names(
    writing: Writing, sheet: SurvivalSheet, titles: SheetColumn, axis: Axis, foot: Axis
) -> Iterator[Carrier]:
    names = {p.series: p for p in writing.plan.texts if p.role is TextRole.ROW and p.series is not None}
    if not names:
        return
    count = len(writing.plan.series)
    lefts = sheet.data.sheet.add("name x", (axis.minimum,) * count, helper=True)
    feet = sheet.data.sheet.add("name y", (foot.minimum,) * count, helper=True)
    yield _carrier(writing, titles.texts(1, 1), names, Stretch(lefts, feet, 0, count))


def _carrier(writing: Writing, name: Xml, texts: dict[int, PlacedText], cells: Stretch) -> Carrier:
    style = writing.plan.style
    points = Series("", (Point(0.0, style.ink),) * cells.length, style.ink)
    look = (
        stroke(None),
        marker_of(None, style.ink, style.paper),
        data_labels(writing, points, texts),
    )
    return Carrier(name, join(look), cells)
