"""The frame of charts with numbers on both axes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.model.block import Chart
from builder.resolve.charts.axes import (
    BELOW_EM,
    axis_title,
    base_line,
    horizontal_ticks,
    most_ticks,
    tick_column,
    title_height,
    vertical_grid,
    vertical_ticks,
)
from builder.resolve.charts.data import extremes
from builder.resolve.charts.drawing import Mark, Place, PlacedText
from builder.resolve.charts.frame import value_axis
from builder.resolve.charts.header import Header, header
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import edges
from builder.resolve.charts.plan import Axis, Point, Series
from builder.resolve.charts.scale import along, formatted, nice_axis, share, tick_text
from builder.resolve.charts.titles import value_title
from builder.units import Rect, Size


@dataclass(frozen=True, slots=True)
class NumberFrame:
    """A plot between two value axes."""

    plot: Rect
    x_axis: Axis
    axis: Axis
    head: Header

    def at(self, point: Point) -> Place:
        """Return the place of a point, which has an x and a value."""
        x = along(self.x_axis, point.x or 0.0, self.plot.x, self.plot.right)
        return (x, along(self.axis, point.value or 0.0, self.plot.bottom, self.plot.y))

    def grid(self, ruler: Ruler) -> list[Mark]:
        """Return the header's keys, gridlines, and the line at the plot's foot."""
        *grid, base = vertical_grid(ruler, self.axis, self.plot)
        foot = base_line(ruler, (self.plot.x, self.plot.bottom), (self.plot.right, self.plot.bottom))
        return (
            [*self.head.marks, *grid, foot]
            if base.places[0][1] == self.plot.bottom
            else [*self.head.marks, *grid, base, foot]
        )

    def texts(self, ruler: Ruler, size: Size) -> list[PlacedText]:
        """Return header, tick labels and the title of the x axis."""
        return [
            *self.head.texts,
            *vertical_ticks(ruler, self.axis, self.plot),
            *horizontal_ticks(ruler, self.x_axis, self.plot),
            *axis_title(ruler, self.x_axis.title, self.plot, size.height),
        ]


def number_frame(
    chart: Chart,
    size: Size,
    ruler: Ruler,
    series: tuple[Series, ...],
    headed: tuple[Series, ...],
    beyond: tuple[tuple[float, int], ...],
) -> NumberFrame:
    """Return the frame around points.

    `beyond` are x values and the widths of the texts that stand right of them.
    """
    head = header(ruler, size.width, value_title(chart), headed, marked=True)
    bottom = size.height - title_height(ruler, chart.x_title) - ruler.line - ruler.em(BELOW_EM)
    top = head.height + ruler.line // 2
    axis = value_axis(chart, extremes(series), most_ticks(ruler, bottom - top, False), False)
    left = tick_column(ruler, axis)
    xs = [point.x for one in series for point in one.points if point.x is not None]
    x_axis = formatted(nice_axis(xs, most_ticks(ruler, size.width - left, True), False))
    x_axis = replace(x_axis, title=chart.x_title, gridlines=False)
    left = max(left, ruler.width(tick_text(x_axis, x_axis.minimum)) // 2)
    width = float(size.width - left - ruler.width(tick_text(x_axis, x_axis.maximum)) // 2)
    for x, need in beyond:
        reached = share(x_axis, x)
        width = min(width, (size.width - left - need) / reached) if reached > 0 else width
    return NumberFrame(edges(left, top, left + width, bottom), x_axis, axis, head)
