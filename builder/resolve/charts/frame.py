"""The frame of charts whose value axis stands upright: plot, axis and names of categories."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.model.block import Chart, ChartKind, Scale
from builder.resolve.charts.axes import (
    TICK_GAP_EM,
    axis_title,
    most_ticks,
    tick_column,
    title_height,
    vertical_ticks,
)
from builder.resolve.charts.category_names import CategoryNames, category_names, place_names
from builder.resolve.charts.drawing import PlacedText
from builder.resolve.charts.header import Header, header
from builder.resolve.charts.log_scale import log_axis
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import edges
from builder.resolve.charts.plan import Axis, Series
from builder.resolve.charts.scale import fixed_axis, formatted, lowered, nice_axis, share
from builder.resolve.charts.titles import value_title
from builder.units import Length, Rect, Size

PASSES = 3
"""The left margin depends on the ticks, these on the height, the height on the names, the names on the width."""


@dataclass(frozen=True, slots=True)
class Request:
    """What goes around a plot.

    Attributes:
        values: that the axis covers. zero_based: whether zero must be on it.
        headed: series to be named above the plot. right: space to keep free right of the plot.
        direct: every value is printed, so that neither ticks nor gridlines are needed.
        labelled: values with a text above (or, negative ones, below) them.
        between: categories have bands of their own, else the first and last stand on the plot's edges.
        may_skip: names may be thinned out.
    """

    categories: tuple[str, ...]
    values: list[float]
    headed: tuple[Series, ...] = ()
    right: int = 0
    zero_based: bool = True
    direct: bool = False
    labelled: tuple[float, ...] = ()
    between: bool = True
    may_skip: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A plot and what stands around it; `middles` are the x of the categories."""

    plot: Rect
    axis: Axis
    names: CategoryNames
    middles: list[float]
    head: Header

    def texts(self, ruler: Ruler, size: Size, category_title: str) -> list[PlacedText]:
        """Return header, tick labels, category names and their axis's title."""
        return [
            *self.head.texts,
            *vertical_ticks(ruler, self.axis, self.plot),
            *place_names(ruler, self.names, self.middles, self.plot),
            *axis_title(ruler, category_title, self.plot, size.height),
        ]


def value_axis(chart: Chart, values: list[float], ticks: int, zero_based: bool) -> Axis:
    """Return the value axis with format and title; `range` rules where the author gave one.

    A logarithmic axis runs to the next ticks beyond it.
    """
    title = value_title(chart)
    unit = "%" if chart.unit == "%" and "%" not in title else ""
    if chart.scale is Scale.LOG:
        return replace(log_axis(chart.range or values, unit), title=title)
    axis = fixed_axis(*chart.range, ticks) if chart.range else nice_axis(values, ticks, zero_based)
    return replace(formatted(axis, unit), title=title)


def upright_frame(chart: Chart, size: Size, ruler: Ruler, request: Request) -> Frame:
    """Return the frame of a chart with categories below it."""
    head = header(ruler, size.width, value_title(chart), request.headed, chart.kind is ChartKind.LINE)
    foot = title_height(ruler, chart.x_title)
    bands = max(1, len(request.categories) - (0 if request.between else 1))
    left, right = ruler.em(2), Length(request.right)
    for _ in range(PASSES):
        band = (size.width - left - right) / bands
        names = category_names(ruler, request.categories, band, size.height, request.may_skip)
        bottom = size.height - foot - names.height
        axis = value_axis(
            chart, request.values, most_ticks(ruler, bottom - head.height, False), request.zero_based
        )
        axis = replace(axis, visible=not request.direct, gridlines=not request.direct)
        first, last = _overhang(ruler, names, band if request.between else 0)
        left, right = Length(max(tick_column(ruler, axis), first)), Length(max(request.right, last))
    if chart.range is None:
        needs = ((value, ruler.line + ruler.em(0.2)) for value in request.labelled if value < 0)
        axis = lowered(axis, needs, (bottom - head.height) * 0.8)
    clear = _clearance(ruler, axis, request.labelled, bottom - head.height)
    plot = edges(left, head.height + clear, size.width - right, bottom)
    names_plot = plot.width / bands
    start = plot.x + (names_plot / 2 if request.between else 0)
    middles = [start + names_plot * index for index in range(len(request.categories))]
    return Frame(plot, axis, names, middles, head)


def _overhang(ruler: Ruler, names: CategoryNames, band: float) -> tuple[int, int]:
    """Return how far the names of the first and the last category reach beyond their bands."""
    widths = [ruler.line if names.turned else ruler.widest(lines) for lines in names.lines] or [Length(0)]
    reach = (widths[0], widths[-1] if names.skip == 1 else max(widths))
    first, last = (max(0, round((width - band) / 2)) for width in reach)
    return first, last


def _clearance(ruler: Ruler, axis: Axis, labelled: tuple[float, ...], height: int) -> int:
    """Return the space above the plot: for half a tick label, and for texts above high values."""
    need = ruler.line + ruler.em(0.2)
    tops = [share(axis, value) for value in labelled if value >= 0]
    above = max((round(height - (height - need) / top) for top in tops if top), default=0)
    return max(above, round(ruler.line / 2) if axis.visible else ruler.em(TICK_GAP_EM / 2), 0)
