"""Area charts: one series, or several piled up."""

from __future__ import annotations

from builder.model.block import Chart
from builder.resolve.charts.axes import vertical_grid
from builder.resolve.charts.bar_layout import stack, stack_ends
from builder.resolve.charts.data import category_series, column_names, without_texts
from builder.resolve.charts.drawing import AreaMark, Place
from builder.resolve.charts.frame import Frame, Request, upright_frame
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.plan import ChartPlan, Series
from builder.resolve.charts.scale import along
from builder.units import Length, Size


def plan_areas(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return the plan of an area chart.

    Why piled up: areas over one another hide what is behind.
    """
    ruler = Ruler(style)
    categories, series = category_series(chart, style)
    series = without_texts(series)
    headed = series if len(series) > 1 else ()
    request = Request(
        categories=categories, values=stack_ends(series), headed=headed, between=False, may_skip=True
    )
    frame = upright_frame(chart, size, ruler, request)
    *grid, base = vertical_grid(ruler, frame.axis, frame.plot)
    return ChartPlan(
        kind=chart.kind,
        size=size,
        style=style,
        plot=frame.plot,
        categories=categories,
        series=series,
        value_axis=frame.axis,
        category_title=chart.x_title,
        category_skip=frame.names.skip,
        headed=bool(headed),
        names=column_names(chart),
        marks=(*frame.head.marks, *grid, *_areas(ruler, series, frame), base),
        texts=tuple(frame.texts(ruler, size, chart.x_title)),
    )


def _areas(ruler: Ruler, series: tuple[Series, ...], frame: Frame) -> list[AreaMark]:
    piles = [stack(series, index) for index in range(len(frame.middles))]

    def place(index: int, value: float) -> Place:
        return Length(round(frame.middles[index])), along(frame.axis, value, frame.plot.bottom, frame.plot.y)

    marks = []
    for number, one in enumerate(series):
        upper = [place(index, spans[number][1]) for index, spans in enumerate(piles)]
        lower = [place(index, spans[number][0]) for index, spans in enumerate(piles)]
        outline = ruler.style.paper if len(series) > 1 else None
        marks.append(AreaMark((*upper, *reversed(lower)), one.paint, outline))
    return marks
