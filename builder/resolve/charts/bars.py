"""Upright bars: one series, several side by side, or stacked."""

from __future__ import annotations

from builder.model.block import Chart, ChartKind
from builder.resolve.charts.axes import vertical_grid
from builder.resolve.charts.bar_layout import bars_of, cluster, softened, stack_ends, texts_fit
from builder.resolve.charts.bar_marks import BarDrawing
from builder.resolve.charts.data import category_series, column_names, extremes, highlighted
from builder.resolve.charts.frame import Request, upright_frame
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.plan import ChartPlan
from builder.units import Size

WIDEST_BAR_EM = 4.5
WIDEST_SIBLING_EM = 3.2


def plan_bars(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return the plan of upright bars."""
    ruler = Ruler(style)
    categories, found = category_series(chart, style)
    series = softened(found)
    stacked, several = chart.kind is ChartKind.STACKED_BAR, len(series) > 1
    printed = not stacked and texts_fit(ruler, series, size.width * 0.94 / max(1, len(categories)))
    request = Request(
        categories=categories,
        values=stack_ends(series) if stacked else extremes(series),
        headed=series if several else (),
        direct=printed,
        labelled=tuple(extremes(series)) if printed else (),
    )
    frame = upright_frame(chart, size, ruler, request)
    band = frame.plot.width / max(1, len(categories))
    side_by_side = 1 if stacked else len(series)
    bars = cluster(band, side_by_side, ruler.em(WIDEST_SIBLING_EM if several else WIDEST_BAR_EM))
    drawing = BarDrawing(ruler, frame.axis, frame.plot, False, stacked)
    shown = tuple(bars_of(series, frame.axis, frame.middles, bars, stacked))
    *grid, foot = vertical_grid(ruler, frame.axis, frame.plot)
    return ChartPlan(
        kind=chart.kind,
        size=size,
        style=style,
        plot=frame.plot,
        categories=categories,
        series=series,
        value_axis=frame.axis,
        category_title=chart.x_title,
        gap_percent=bars.gap_percent,
        overlap_percent=100 if stacked else 0,
        headed=several,
        names=column_names(chart),
        marks=(*frame.head.marks, *grid, *drawing.marks(shown), foot),
        texts=(
            *frame.texts(ruler, size, chart.x_title),
            *(drawing.texts(shown, highlighted(chart, categories)) if printed or stacked else ()),
        ),
    )
