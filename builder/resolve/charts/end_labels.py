"""Names of series at the right ends of their lines, in place of a legend."""

from __future__ import annotations

from dataclasses import dataclass

from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import label, place, spread
from builder.resolve.charts.plan import LabelPosition, Place, PlacedText, Series, TextAlign, TextRole
from builder.units import Size

WIDEST_SHARE = 0.3
"""Of the chart's width that names may take at its right."""

TALLEST_SHARE = 0.8
GAP_EM = 0.35


@dataclass(frozen=True, slots=True)
class End:
    """The last point of a series, by its indices and its place."""

    series: int
    point: int
    place: Place


def end_gap(ruler: Ruler, series: Series) -> int:
    """Return the distance from a point's middle to the text right of it."""
    return ruler.em(GAP_EM) + (round(series.marker.size_pt * 12_700 / 2) if series.marker else 0)


def end_width(ruler: Ruler, series: tuple[Series, ...]) -> int:
    """Return the width that the names take beyond the last point, with their gap."""
    return max((end_gap(ruler, one) + ruler.width(one.name, bold=True) for one in series), default=0)


def ends_fit(ruler: Ruler, series: tuple[Series, ...], size: Size) -> bool:
    """Return whether the names have room beside the lines."""
    return (
        end_width(ruler, series) <= size.width * WIDEST_SHARE
        and ruler.line * len(series) <= size.height * TALLEST_SHARE
    )


def end_labels(ruler: Ruler, series: tuple[Series, ...], ends: list[End], size: Size) -> list[PlacedText]:
    """Return the names right of the last points, moved up or down where they would overlap."""
    middles = spread([end.place[1] for end in ends], ruler.line, 0, size.height)
    texts = []
    for end, middle in zip(ends, middles, strict=True):
        one = series[end.series]
        x = end.place[0] + end_gap(ruler, one)
        placed = place(ruler, TextRole.SERIES, one.name, x, middle, TextAlign.START, one.paint, bold=True)
        texts.append(label(placed, end.series, end.point, LabelPosition.RIGHT, (0, middle - end.place[1])))
    return texts
