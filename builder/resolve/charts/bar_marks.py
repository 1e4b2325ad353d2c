"""Bars and the texts at them, upright or lying."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.resolve.charts.data import interval_width
from builder.resolve.charts.drawing import (
    BarMark,
    LabelPosition,
    LineMark,
    Mark,
    PlacedText,
    TextAlign,
    TextRole,
)
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import edges, label, place
from builder.resolve.charts.plan import Axis, Point, Series
from builder.resolve.charts.scale import along, base
from builder.resolve.charts.style import readable_on
from builder.units import Length, Rect

LEAST_GAP_PERCENT, MOST_GAP_PERCENT = 50, 500
LABEL_GAP_EM = 0.22
UNDER_INTERVALS = 0.45
"""Opacity of bars with intervals, whose lower halves lie on them."""

SIDE_EM = 0.15
"""Least space left and right of a text inside or above its bar."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """How a category's bars share its band; `width` is a bar's."""

    width: float
    gap_percent: int
    bars: int

    def start(self, middle: float, index: int) -> float:
        """Return where the bar of the series `index` begins."""
        return middle - self.width * self.bars / 2 + self.width * index


def cluster(band: float, bars: int, widest: float) -> Cluster:
    """Return bars that touch within a category and are no wider than `widest` where the gap's limit allows."""
    wanted = round((band / min(widest, band) - bars) * 100)
    gap = min(MOST_GAP_PERCENT, max(LEAST_GAP_PERCENT, wanted))
    return Cluster(band / (bars + gap / 100), gap, bars)


def stack(series: tuple[Series, ...], index: int) -> list[tuple[float, float]]:
    """Return where each series' segment of a category begins and ends; negative values pile up below zero."""
    up = down = 0.0
    spans = []
    for one in series:
        value = one.points[index].value or 0.0
        spans.append((up, up + value) if value >= 0 else (down, down + value))
        up, down = up + max(value, 0.0), down + min(value, 0.0)
    return spans


def stack_ends(series: tuple[Series, ...]) -> list[float]:
    """Return the values that the axis of stacked bars or areas must cover."""
    count = len(series[0].points) if series else 0
    return [end for index in range(count) for _, end in stack(series, index)]


def softened(series: tuple[Series, ...]) -> tuple[Series, ...]:
    """Return the series with lighter bars if there are intervals to be seen on them."""
    if all(point.low is None for one in series for point in one.points):
        return series
    return tuple(
        replace(
            one,
            paint=replace(one.paint, opacity=UNDER_INTERVALS),
            points=tuple(replace(p, paint=replace(p.paint, opacity=UNDER_INTERVALS)) for p in one.points),
        )
        for one in series
    )


def texts_fit(ruler: Ruler, series: tuple[Series, ...], band: float) -> bool:
    """Return whether every value has a text that is no wider than its upright bar's share of the band."""
    points = [point for one in series for point in one.points if point.value is not None]
    share = band / (len(series) + LEAST_GAP_PERCENT / 100) if len(series) > 1 else band * 0.95
    return all(point.text for point in points) and ruler.widest([p.text for p in points], bold=True) <= share


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar before it is drawn: `begin` and `end` on the value axis, `start` and `width` across it."""

    series: int
    index: int
    point: Point
    begin: float
    end: float
    start: float
    width: float

    @property
    def middle(self) -> float:
        """Its middle across the value axis."""
        return self.start + self.width / 2


def bars_of(
    series: tuple[Series, ...], axis: Axis, middles: list[float], bars: Cluster, stacked: bool
) -> Iterator[Bar]:
    """Give every bar that has a value, category by category."""
    for index, middle in enumerate(middles):
        spans = stack(series, index)
        for number, one in enumerate(series):
            point = one.points[index]
            if point.value is None:
                continue
            begin, end = spans[number] if stacked else (base(axis), point.value)
            yield Bar(
                number, index, point, begin, end, bars.start(middle, 0 if stacked else number), bars.width
            )


@dataclass(frozen=True, slots=True)
class BarDrawing:
    """Draws bars on a plot; lying ones have their value axis along x."""

    ruler: Ruler
    axis: Axis
    plot: Rect
    lying: bool
    stacked: bool

    def marks(self, bars: tuple[Bar, ...]) -> list[Mark]:
        """Return all bars, and their intervals before them."""
        intervals = (self.interval(bar) for bar in bars)
        return [*(self.mark(bar) for bar in bars), *(line for line in intervals if line)]

    def texts(self, bars: tuple[Bar, ...], highlighted: frozenset[int]) -> list[PlacedText]:
        """Return the texts at bars; `highlighted` are the indices of the categories set in bold."""
        placed = (
            self.inner_text(bar) if self.stacked else self.outer_text(bar, bar.index in highlighted)
            for bar in bars
        )
        return [text for text in placed if text]

    def at(self, value: float) -> Length:
        """Return the coordinate of a value."""
        if self.lying:
            return along(self.axis, value, self.plot.x, self.plot.right)
        return along(self.axis, value, self.plot.bottom, self.plot.y)

    def rect(self, bar: Bar) -> Rect:
        """Return a bar's rectangle."""
        low, high = sorted((self.at(bar.begin), self.at(bar.end)))
        if self.lying:
            return edges(low, bar.start, high, bar.start + bar.width)
        return edges(bar.start, low, bar.start + bar.width, high)

    def mark(self, bar: Bar) -> BarMark:
        """Return the drawn bar; segments of a stack are parted by the paper's colour."""
        return BarMark(self.rect(bar), bar.point.paint, self.ruler.style.paper if self.stacked else None)

    def interval(self, bar: Bar) -> LineMark | None:
        """Return the line of a bar's interval, if it has one."""
        if bar.point.low is None or bar.point.high is None:
            return None
        ends, middle = (self.at(bar.point.low), self.at(bar.point.high)), Length(round(bar.middle))
        places = tuple((end, middle) if self.lying else (middle, end) for end in ends)
        return LineMark(places, self.ruler.style.ink, interval_width(self.ruler.style))

    def inner_text(self, bar: Bar) -> PlacedText | None:
        """Return the text inside a stack's segment, if it fits."""
        rect, text = self.rect(bar), bar.point.text
        fits = (
            self.ruler.width(text) + 2 * self.ruler.em(SIDE_EM) <= rect.width
            and self.ruler.line <= rect.height
        )
        if not (fits and text):
            return None
        paint = readable_on(bar.point.paint, self.ruler.style)
        x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
        placed = place(self.ruler, TextRole.VALUE, text, x, y, TextAlign.MIDDLE, paint)
        return label(placed, bar.series, bar.index, LabelPosition.CENTER)

    def outer_text(self, bar: Bar, bold: bool) -> PlacedText | None:
        """Return the text beyond a bar's end, or beyond its interval's."""
        if not bar.point.text:
            return None
        forward = bar.end >= base(self.axis)
        bound = bar.point.high if forward else bar.point.low
        outermost = bar.end if bound is None else bound
        moved = self.at(outermost) - self.at(bar.end)
        place_at = self._lying_text if self.lying else self._upright_text
        placed = place_at(bar, self.at(outermost), forward, bold)
        offset = (moved, 0) if self.lying else (0, moved)
        return label(placed, bar.series, bar.index, LabelPosition.OUTSIDE_END, offset)

    def _lying_text(self, bar: Bar, end: Length, forward: bool, bold: bool) -> PlacedText:
        gap = self.ruler.em(LABEL_GAP_EM)
        x, align = (end + gap, TextAlign.START) if forward else (end - gap, TextAlign.END)
        return place(
            self.ruler, TextRole.VALUE, bar.point.text, x, bar.middle, align, self.ruler.style.ink, bold
        )

    def _upright_text(self, bar: Bar, end: Length, forward: bool, bold: bool) -> PlacedText:
        distance = self.ruler.line / 2 + self.ruler.em(LABEL_GAP_EM / 2)
        y = end - distance if forward else end + distance
        ink = self.ruler.style.ink
        return place(self.ruler, TextRole.VALUE, bar.point.text, bar.middle, y, TextAlign.MIDDLE, ink, bold)
