"""Waterfall charts: the best change of each patient, from the largest growth to the deepest fall."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.model.block import Chart
from builder.resolve.charts.axes import vertical_grid
from builder.resolve.charts.bar_layout import Cluster, bars_of
from builder.resolve.charts.bar_marks import BarDrawing
from builder.resolve.charts.data import (
    category_series,
    column_names,
    extremes,
    number_format,
    with_unit,
)
from builder.resolve.charts.drawing import LabelPosition, LineMark, Mark, PlacedText, TextAlign, TextRole
from builder.resolve.charts.frame import Frame, Request, upright_frame
from builder.resolve.charts.look import ChartStyle, Dash
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import label, place
from builder.resolve.charts.plan import ChartPlan, Point, Series
from builder.resolve.charts.scale import along
from builder.resolve.charts.series_look import interval_width
from builder.resolve.charts.titles import unit_at_values
from builder.units import Length, Size

GAP_PERCENT = 18
"""Between bars, as a share of their width: they read as one falling edge."""

WIDEST_BAR_EM = 3.0
LABEL_GAP_EM = 0.4
NAMED_SHARE = 0.85
"""Of the chart's width that the plot is taken to have when it is decided whether patients can be named."""


def plan_waterfall(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return the plan of a waterfall chart."""
    ruler = Ruler(style)
    categories, series = _falling(*category_series(chart, style))
    series, levels = _zeros_told(ruler, series, size), levels_of(chart, style, len(categories))
    headed = series if len(series) > 1 else ()
    named = ruler.line * len(categories) <= size.width * NAMED_SHARE
    texts = [level.points[-1].text for level in levels]
    request = Request(
        categories=categories if named else ("",) * len(categories),
        values=extremes((*series, *levels)),
        headed=headed,
        labelled=tuple(0.0 for one in series for point in one.points if point.text),
        right=ruler.widest(texts) + ruler.em(LABEL_GAP_EM) if levels else 0,
    )
    frame = upright_frame(chart, size, ruler, request)
    band = frame.plot.width / max(1, len(categories))
    bars = _cluster(band, ruler.em(WIDEST_BAR_EM))
    drawing = BarDrawing(ruler, frame.axis, frame.plot, False, False)
    shown = tuple(bars_of(series, frame.axis, frame.middles, bars, True))
    *grid, foot = vertical_grid(ruler, frame.axis, frame.plot)
    lines = _Levels(ruler, frame, levels, len(series))
    around = (text for text in frame.texts(ruler, size, chart.x_title) if text.text)
    return ChartPlan(
        kind=chart.kind,
        size=size,
        style=style,
        plot=frame.plot,
        categories=categories,
        series=series,
        value_axis=frame.axis,
        category_title=chart.x_title,
        category_skip=1 if named else 0,
        levels=levels,
        gap_percent=bars.gap_percent,
        overlap_percent=100,
        headed=bool(headed),
        names=column_names(chart),
        marks=(*frame.head.marks, *grid, *drawing.marks(shown), foot, *lines.marks()),
        texts=(*around, *drawing.texts(shown, frozenset()), *lines.texts()),
    )


def _falling(
    categories: tuple[str, ...], series: tuple[Series, ...]
) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    """Return categories and points in the order of falling values; equal ones keep that of the data."""

    def value(index: int) -> float:
        return next(one.points[index].value or 0.0 for one in series if one.points[index].value is not None)

    order = sorted(range(len(categories)), key=lambda index: -value(index))
    sorted_series = tuple(replace(one, points=tuple(one.points[i] for i in order)) for one in series)
    return tuple(categories[index] for index in order), sorted_series


def _zeros_told(ruler: Ruler, series: tuple[Series, ...], size: Size) -> tuple[Series, ...]:
    """Return the series with texts only where there is no change, whose bar cannot be seen, if there is room."""
    band = size.width * NAMED_SHARE / max(1, len(series[0].points))

    def told(point: Point) -> Point:
        shown = point.value == 0 and ruler.width(point.text, bold=True) <= band
        return point if shown else replace(point, text="")

    return tuple(replace(one, points=tuple(map(told, one.points))) for one in series)


def _cluster(band: float, widest: float) -> Cluster:
    gap = min(500, max(GAP_PERCENT, round((band / min(widest, band) - 1) * 100)))
    return Cluster(band / (1 + gap / 100), gap, 1)


def levels_of(chart: Chart, style: ChartStyle, count: int) -> tuple[Series, ...]:
    """Return the thresholds as series that are the same at every category, named at the last."""
    unit = unit_at_values(chart)
    levels = []
    for number in chart.thresholds:
        written = f"{number:g}"
        text = with_unit(written, unit)
        bare = Point(number, style.muted)
        named = replace(bare, text=text, text_format=number_format(written, unit))
        points = (*(bare,) * (count - 1), named)
        levels.append(Series(f"threshold {text}", points, style.muted, dash=Dash.DASH))
    return tuple(levels)


@dataclass(frozen=True, slots=True)
class _Levels:
    """Draws thresholds from the first bar's middle to the last's, as native lines over categories run."""

    ruler: Ruler
    frame: Frame
    levels: tuple[Series, ...]
    first: int

    def _height(self, level: Series) -> Length:
        plot = self.frame.plot
        return along(self.frame.axis, level.points[-1].value or 0.0, plot.bottom, plot.y)

    def marks(self) -> list[Mark]:
        left, right = (Length(round(self.frame.middles[index])) for index in (0, -1))
        width = interval_width(self.ruler.style)
        return [
            LineMark(((left, y), (right, y)), level.paint, Length(width * 2 // 3), level.dash)
            for level in self.levels
            for y in (self._height(level),)
        ]

    def texts(self) -> list[PlacedText]:
        """Return the thresholds' values right of the plot."""
        ruler, texts = self.ruler, []
        end = self.frame.middles[-1]
        x = self.frame.plot.right + ruler.em(LABEL_GAP_EM)
        for number, level in enumerate(self.levels, self.first):
            point = level.points[-1]
            placed = place(
                ruler, TextRole.VALUE, point.text, x, self._height(level), TextAlign.START, ruler.style.muted
            )
            offset = (x - end - ruler.em(0.2), 0)
            texts.append(label(placed, number, len(level.points) - 1, LabelPosition.RIGHT, offset))
        return texts
