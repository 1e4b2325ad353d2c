"""Where bars stand: side by side or piled up in the bands of their categories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.plan import Axis, Point, Series
from builder.resolve.charts.scale import base

LEAST_GAP_PERCENT, MOST_GAP_PERCENT = 50, 500


UNDER_INTERVALS = 0.45
"""Opacity of bars with intervals, whose lower halves lie on them."""


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
