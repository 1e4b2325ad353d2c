"""How series are told apart: colours, marks and lines."""

from __future__ import annotations

from dataclasses import replace

from builder.resolve.charts.look import ChartStyle, Marker, MarkerShape, Paint
from builder.resolve.charts.plan import Point, Series
from builder.units import Length

SHAPES = (MarkerShape.CIRCLE, MarkerShape.SQUARE, MarkerShape.DIAMOND, MarkerShape.TRIANGLE)

HIGHLIGHT_PT = 2.0


def series_paint(style: ChartStyle, index: int) -> Paint:
    """Return the colour of a series; after the sixth they start again."""
    return style.series[index % len(style.series)]


def series_marker(style: ChartStyle, index: int) -> Marker:
    """Return a series' mark: forms differ, so that nothing hangs on colour; after the fourth they are hollow."""
    size = max(3.0, round(style.size_pt * 0.55))
    return Marker(SHAPES[index % len(SHAPES)], size, hollow=index // len(SHAPES) % 2 == 1)


def marker_at(series: Series, point: Point) -> Marker | None:
    """Return the mark of a point: a highlighted one is larger, so that it stands out without its colour too."""
    if series.marker is None or point.paint == series.paint:
        return series.marker
    return replace(series.marker, size_pt=series.marker.size_pt + HIGHLIGHT_PT)


def interval_width(style: ChartStyle) -> Length:
    """Return the width of interval lines and of line charts' lines."""
    return Length.from_pt(max(0.75, round(style.size_pt * 0.11 * 4) / 4))
