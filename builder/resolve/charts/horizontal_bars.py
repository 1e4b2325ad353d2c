"""Lying bars: categories from top to bottom, their names at the left."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.model.block import Chart
from builder.resolve.charts.axes import BELOW_EM, TICK_GAP_EM, horizontal_grid, horizontal_ticks, most_ticks
from builder.resolve.charts.bar_layout import LEAST_GAP_PERCENT, bars_of, cluster, softened
from builder.resolve.charts.bar_marks import LABEL_GAP_EM, BarDrawing
from builder.resolve.charts.data import category_series, column_names, extremes, highlighted
from builder.resolve.charts.drawing import PlacedText, TextAlign, TextRole
from builder.resolve.charts.frame import value_axis
from builder.resolve.charts.header import Header, header
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import edges, place
from builder.resolve.charts.plan import Axis, ChartPlan, Series
from builder.resolve.charts.scale import lowered, share, tick_text
from builder.resolve.charts.titles import value_title
from builder.units import Rect, Size

WIDEST_BAR_EM = 2.2
FOOT_EM = 0.4
"""Below the plot where there are no ticks, so that the axis does not touch what follows."""

NAMES_SHARE = 0.42
"""Of the chart's width that names may take."""


@dataclass(frozen=True, slots=True)
class SideNames:
    """Names left of a plot: the lines of each, and their width with the gap."""

    lines: tuple[tuple[str, ...], ...]
    width: int


def plan_horizontal_bars(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return the plan of lying bars."""
    ruler = Ruler(style)
    categories, found = category_series(chart, style)
    series = softened(found)
    several = len(series) > 1
    head = header(ruler, size.width, value_title(chart), series if several else ())
    printed = _texts_fit(ruler, series, (size.height - head.height) / max(1, len(categories)))
    foot = ruler.em(FOOT_EM) if printed else ruler.line + ruler.em(BELOW_EM)
    band = (size.height - head.height - foot) / max(1, len(categories))
    names = side_names(ruler, categories, size, band)
    axis = value_axis(chart, extremes(series), most_ticks(ruler, size.width - names.width, True), True)
    axis = replace(axis, visible=not printed, gridlines=not printed)
    if printed and chart.range is None:
        axis = _with_room(ruler, axis, (size.width - names.width) * 0.8, series)
    plot = _plot(ruler, size, axis, names, head, foot, series, printed)
    middles = [
        plot.y + plot.height / max(1, len(categories)) * (index + 0.5) for index in range(len(categories))
    ]
    band = plot.height / max(1, len(categories))
    bars = cluster(band, len(series), ruler.em(WIDEST_BAR_EM if not several else 1.5))
    drawing = BarDrawing(ruler, axis, plot, True, False)
    shown = tuple(bars_of(series, axis, middles, bars, False))
    *grid, base = horizontal_grid(ruler, axis, plot)
    return ChartPlan(
        kind=chart.kind,
        size=size,
        style=style,
        plot=plot,
        categories=categories,
        series=series,
        value_axis=axis,
        gap_percent=bars.gap_percent,
        headed=several,
        names=column_names(chart),
        marks=(*head.marks, *grid, *drawing.marks(shown), base),
        texts=(
            *head.texts,
            *_place_names(ruler, names, middles, plot),
            *(drawing.texts(shown, highlighted(chart, categories)) if printed else ()),
            *horizontal_ticks(ruler, axis, plot),
        ),
    )


def _texts_fit(ruler: Ruler, series: tuple[Series, ...], band: float) -> bool:
    """Return whether every value has a text, and its bar is as high as a line where several share a band."""
    points = [point for one in series for point in one.points if point.value is not None]
    high_enough = len(series) == 1 or band / (len(series) + LEAST_GAP_PERCENT / 100) >= ruler.line
    return high_enough and all(point.text for point in points)


def side_names(ruler: Ruler, categories: tuple[str, ...], size: Size, band: float) -> SideNames:
    """Return the names, broken where they are long and the band is high enough, else cut."""
    most = round(size.width * NAMES_SHARE)
    lines = max(1, int(band / ruler.line))
    broken = []
    for name in categories:
        wrapped = ruler.wrap(name, most)
        kept = (*wrapped[: lines - 1], " ".join(wrapped[lines - 1 :])) if len(wrapped) > lines else wrapped
        broken.append(tuple(ruler.cut(line, most) for line in kept))
    width = max((ruler.widest(lines) for lines in broken), default=0)
    return SideNames(tuple(broken), width + ruler.em(TICK_GAP_EM))


def _plot(
    ruler: Ruler,
    size: Size,
    axis: Axis,
    names: SideNames,
    head: Header,
    foot: int,
    series: tuple[Series, ...],
    printed: bool,
) -> Rect:
    """Return the plot: as wide as the texts beyond the bars' ends leave it."""
    gap, left = ruler.em(LABEL_GAP_EM), names.width
    last_tick = ruler.width(tick_text(axis, axis.maximum)) // 2 if axis.visible else 0
    width = float(size.width - left - last_tick)
    rightward = (point for one in series for point in one.points if printed and (point.value or 0) >= 0)
    for point in rightward:
        outermost = point.value if point.high is None else point.high
        reached = share(axis, outermost or 0.0)
        if reached > 0:
            width = min(width, (size.width - left - gap - ruler.width(point.text, bold=True)) / reached)
    return edges(left, head.height, left + width, size.height - foot)


def _with_room(ruler: Ruler, axis: Axis, width: float, series: tuple[Series, ...]) -> Axis:
    """Return `axis` with room for the texts of negative bars."""
    gap = ruler.em(LABEL_GAP_EM)
    points = (point for one in series for point in one.points if (point.value or 0) < 0)
    needs = ((point.low or point.value or 0.0, gap + ruler.width(point.text, bold=True)) for point in points)
    return lowered(axis, needs, width)


def _place_names(ruler: Ruler, names: SideNames, middles: list[float], plot: Rect) -> list[PlacedText]:
    right = plot.x - ruler.em(TICK_GAP_EM)
    texts = []
    for lines, middle in zip(names.lines, middles, strict=True):
        first = middle - ruler.line * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            y = first + ruler.line * number
            texts.append(place(ruler, TextRole.CATEGORY, line, right, y, TextAlign.END, ruler.style.ink))
    return texts
