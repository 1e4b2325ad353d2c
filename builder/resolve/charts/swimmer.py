"""Swimmer charts: a bar for each patient along time, with marks where something happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.model.block import Chart
from builder.resolve.charts.axes import BELOW_EM, horizontal_grid, horizontal_ticks, most_ticks
from builder.resolve.charts.data import column_names
from builder.resolve.charts.drawing import (
    BarMark,
    DotMark,
    LabelPosition,
    Mark,
    PlacedText,
    TextAlign,
    TextRole,
)
from builder.resolve.charts.frame import value_axis
from builder.resolve.charts.header import Header, header
from builder.resolve.charts.lanes import read_lanes
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import edges, label, place
from builder.resolve.charts.plan import Axis, ChartPlan, Lane, Series, Swim
from builder.resolve.charts.scale import along, share, tick_text
from builder.resolve.charts.titles import value_title
from builder.units import Length, Rect, Size

ARROW = "→"
HIGHEST_LANE_LINES = 2.0
BAR_SHARE = 0.62
"""Of a lane's height that its bar takes."""

NAMES_SHARE = 0.3
"""Of the chart's width that names may take."""

NAME_GAP_EM = 0.6
ARROW_GAP_EM = 0.5
"""Between a bar's end and the arrow after it: a mark may stand on the end."""


def plan_swimmer(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return the plan of a swimmer chart."""
    ruler = Ruler(style)
    groups, swim = read_lanes(chart, style)
    several = len(groups) > 1
    head = _header(ruler, size.width, chart, groups if several else (), swim)
    most_name = round(size.width * NAMES_SHARE)
    names = tuple(ruler.cut(lane.name, most_name) for lane in swim.lanes)
    left = ruler.widest(names) + ruler.em(NAME_GAP_EM)
    axis = _axis(chart, ruler, swim, size.width - left)
    foot = ruler.line + ruler.em(BELOW_EM)
    height = min(size.height - head.height - foot, len(names) * ruler.line * HIGHEST_LANE_LINES)
    plot = edges(left, head.height, left + _width(ruler, size.width - left, axis, swim), head.height + height)
    drawing = _Drawing(ruler, axis, plot, swim, groups)
    return ChartPlan(
        kind=chart.kind,
        size=size,
        style=style,
        plot=plot,
        categories=(),
        series=groups,
        value_axis=axis,
        swim=swim,
        row_count=float(max(1, len(names))),
        bar_height=Length(round(drawing.lane_height * BAR_SHARE)),
        headed=several or bool(swim.events),
        names=column_names(chart),
        marks=(*head.marks, *drawing.marks()),
        texts=(*head.texts, *drawing.texts(names), *horizontal_ticks(ruler, axis, plot)),
    )


def _header(ruler: Ruler, width: int, chart: Chart, groups: tuple[Series, ...], swim: Swim) -> Header:
    """Return title and keys: of the groups, of the events, and in the title what the arrow means."""
    key = f"{ARROW}\u00a0{swim.ongoing}" if any(lane.ongoing for lane in swim.lanes) else ""
    title = " · ".join(part for part in (value_title(chart), key) if part)
    return header(ruler, width, title, (*groups, *swim.events), marked=True)


def _axis(chart: Chart, ruler: Ruler, swim: Swim, width: int) -> Axis:
    times = [time for lane in swim.lanes for time in (lane.duration, *lane.events) if time is not None]
    return replace(value_axis(chart, [0.0, *times], most_ticks(ruler, width, True), True), gridlines=True)


def _width(ruler: Ruler, room: int, axis: Axis, swim: Swim) -> float:
    """Return the width of the plot: arrows and the last tick stay inside the chart."""
    width = float(room - max(ruler.width(tick_text(axis, axis.maximum)) // 2, ruler.em(0.4)))
    need = ruler.em(ARROW_GAP_EM) + ruler.width(ARROW, bold=True)
    for lane in swim.lanes:
        reached = share(axis, lane.duration)
        if lane.ongoing and reached > 0:
            width = min(width, (room - need) / reached)
    return width


@dataclass(frozen=True, slots=True)
class _Drawing:
    ruler: Ruler
    axis: Axis
    plot: Rect
    swim: Swim
    groups: tuple[Series, ...]

    @property
    def lane_height(self) -> float:
        return self.plot.height / max(1, len(self.swim.lanes))

    def middle(self, index: int) -> float:
        return self.plot.y + (index + 0.5) * self.lane_height

    def x(self, time: float) -> Length:
        return along(self.axis, time, self.plot.x, self.plot.right)

    def marks(self) -> Iterator[Mark]:
        """Yield the grid, the bars and the events over them."""
        *grid, base = horizontal_grid(self.ruler, self.axis, self.plot)
        yield from grid
        half = self.lane_height * BAR_SHARE / 2
        for index, lane in enumerate(self.swim.lanes):
            y = self.middle(index)
            rect = edges(self.x(0.0), y - half, self.x(lane.duration), y + half)
            yield BarMark(rect, self.groups[lane.series].paint)
        yield base
        for one in self.swim.events:
            for index, point in enumerate(one.points):
                if point.value is not None and one.marker:
                    spot = (self.x(point.value), Length(round(self.middle(index))))
                    yield DotMark(spot, one.marker, one.paint, self.ruler.style.paper)

    def texts(self, names: tuple[str, ...]) -> Iterator[PlacedText]:
        """Yield each lane's name, and the arrow of one that goes on."""
        for index, (name, lane) in enumerate(zip(names, self.swim.lanes, strict=True)):
            y, ink = self.middle(index), self.ruler.style.ink
            placed = place(self.ruler, TextRole.ROW, name, 0, y, TextAlign.START, ink)
            yield label(placed, lane.series, index, LabelPosition.RIGHT, (-self.plot.x, 0))
            if lane.ongoing:
                yield self._arrow(index, lane, y)

    def _arrow(self, index: int, lane: Lane, y: float) -> PlacedText:
        gap, ink = self.ruler.em(ARROW_GAP_EM), self.ruler.style.ink
        x = self.x(lane.duration) + gap
        placed = place(self.ruler, TextRole.VALUE, ARROW, x, y, TextAlign.START, ink, bold=True)
        return label(placed, lane.series, index, LabelPosition.RIGHT, (gap - self.ruler.em(0.2), 0))
