"""Confidence limits of survival curves: thin steps above and below each curve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from builder.resolve.charts.look import ChartStyle, Paint
from builder.resolve.charts.plan import Point
from builder.resolve.charts.series_look import interval_width
from builder.units import Length

WIDTH_SHARE, OPACITY = 0.6, 0.45
"""Of a limit, as shares of its curve's."""


def limit_width(style: ChartStyle) -> Length:
    """Return the width of the lines of confidence limits."""
    return Length(round(interval_width(style) * WIDTH_SHARE))


def limit_paint(curve: Paint) -> Paint:
    """Return the colour of the limits of a curve."""
    return replace(curve, opacity=OPACITY)


def limited_runs(points: tuple[Point, ...]) -> Iterator[range]:
    """Yield the indices of points in a row that have limits, two or more."""
    known = groupby(range(len(points)), key=lambda index: points[index].low is not None)
    for has_limits, indices in known:
        run = list(indices)
        if has_limits and len(run) > 1:
            yield range(run[0], run[-1] + 1)


def limit_corners(points: tuple[Point, ...]) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield, for each run of limits, the corners of its steps: the point that each has its time and its limit from."""
    for run in limited_runs(points):
        corners = [(run[0], run[0])]
        for index in run[1:]:
            corners += [(index, index - 1), (index, index)]
        yield tuple(corners)
