"""Swimmers: a scatter chart whose thick lines are the bars, with a series of marks for each kind of event.

Why not lying bars with a scatter chart over them: LibreOffice (7.4) turns the axes of both or of none.
Series without marks carry names and arrows. `c:order` has the events last, so that they are drawn over the bars;
LibreOffice goes by the order of the elements, draws the first on top, and loses the points of one that a longer one
follows. So events are as long as the longest bars, with empty cells, and stand first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.pptx.charts.axes import BOTTOM, CATEGORY_AXIS, LEFT, VALUE_AXIS, value_axis
from builder.pptx.charts.labels import data_labels
from builder.pptx.charts.paint import flat_stroke, stroke
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.series import head, marker_of
from builder.pptx.charts.sheet import SheetColumn
from builder.pptx.charts.swimmer_sheet import SwimmerSheet, swimmer_sheet
from builder.pptx.charts.text import Writing
from builder.pptx.xml import Xml, join, tag
from builder.resolve.charts.drawing import TextRole
from builder.resolve.charts.plan import Axis, Point, Series, Swim


@dataclass(frozen=True, slots=True)
class Carrier:
    """A series of the native chart: the reference to its name, what follows it, its length, whether it is named."""

    name: Xml
    content: Xml
    length: int
    named: bool = False


def swimmer_plot(writing: Writing) -> Plot:
    """Return the plot of a swimmer chart."""
    plan = writing.plan
    assert plan.value_axis is not None
    assert plan.swim is not None
    sheet = swimmer_sheet(plan, plan.swim)
    series = [*_bars(writing, sheet), *_events(writing, sheet, plan.swim), *_texts(writing, sheet)]
    longest_first = sorted(range(len(series)), key=lambda index: (-series[index].length, -index))
    points = tag(
        "c:scatterChart",
        tag("c:scatterStyle", val="lineMarker"),
        tag("c:varyColors", val=False),
        join(tag("c:ser", head(index, series[index].name), series[index].content) for index in longest_first),
        tag("c:axId", val=CATEGORY_AXIS),
        tag("c:axId", val=VALUE_AXIS),
    )
    rows = Axis(0, plan.row_count, plan.row_count, "", gridlines=False, visible=False)
    axes = (
        value_axis(writing, plan.value_axis, BOTTOM, crosses="min", between=False),
        value_axis(writing, rows, LEFT, crosses="autoZero", between=False, drawn=True),
    )
    unnamed = tuple(index for index, carrier in enumerate(series) if not carrier.named)
    return Plot(join((points, *axes)), sheet.sheet, unnamed)


def _bars(writing: Writing, sheet: SwimmerSheet) -> Iterator[Carrier]:
    """Yield a broken thick line for each group."""
    plan = writing.plan
    for one, cells in zip(plan.series, sheet.bars, strict=True):
        look = flat_stroke(one.paint, plan.bar_height), marker_of(None, one.paint, plan.style.paper)
        name = sheet.group_names.texts(cells.first_row, 1)
        content = _content(look, sheet.bar_xs, sheet.bar_ys, cells.first, cells.length)
        yield Carrier(name, content, cells.length, named=len(plan.series) > 1)


def _events(writing: Writing, sheet: SwimmerSheet, swim: Swim) -> Iterator[Carrier]:
    for one, times in zip(swim.events, sheet.events, strict=True):
        look = stroke(None), marker_of(one.marker, one.paint, writing.plan.style.paper)
        length = len(times.cells)
        content = _content(look, times, sheet.heights, 0, length)
        yield Carrier(times.header_reference, content, length, named=True)


def _texts(writing: Writing, sheet: SwimmerSheet) -> Iterator[Carrier]:
    """Yield the series that carry the names of lanes and the arrows."""
    plan = writing.plan
    count = len(sheet.durations.cells)
    points = Series("", (Point(0.0, plan.style.ink),) * count, plan.style.ink)
    for number, (xs, role) in enumerate(((sheet.lefts, TextRole.ROW), (sheet.durations, TextRole.VALUE))):
        texts = {p.point: p for p in plan.texts if p.role is role and p.point is not None}
        if texts:
            look = (
                stroke(None),
                marker_of(None, plan.style.ink, plan.style.paper),
                data_labels(writing, points, texts),
            )
            yield Carrier(sheet.titles.texts(number, 1), _content(look, xs, sheet.heights, 0, count), count)


def _content(look: tuple[Xml, ...], xs: SheetColumn, ys: SheetColumn, first: int, length: int) -> Xml:
    cells = tag("c:xVal", xs.numbers(first, length)), tag("c:yVal", ys.numbers(first, length))
    return join((*look, *cells, tag("c:smooth", val=False)))
