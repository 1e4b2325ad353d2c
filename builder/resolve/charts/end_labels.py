"""Names of series at the right ends of their lines, in place of a legend."""

from __future__ import annotations

from dataclasses import dataclass

from builder.resolve.charts.drawing import LabelPosition, Place, PlacedText, TextAlign, TextRole
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import label, place, spread
from builder.resolve.charts.plan import Series
from builder.resolve.charts.style import name_paints
from builder.units import Size

WIDEST_SHARE = 0.3
"""Of the chart's width that names may take at its right."""

TALLEST_SHARE = 0.8
GAP_EM = 0.2


@dataclass(frozen=True, slots=True)
class End:
    """The last point of a series, by its indices and its place."""

    series: int
    point: int
    place: Place


def end_text(series: Series) -> str:
    """Return a series' name with the text of its last value, if that has one."""
    texts = [point.text for point in series.points if point.value is not None]
    return f"{series.name} {texts[-1]}" if texts and texts[-1] else series.name


def end_gap(ruler: Ruler, series: Series) -> int:
    """Return the distance from a point's middle to the text right of it."""
    return ruler.em(GAP_EM) + (round(series.marker.size_pt * 12_700 / 2) if series.marker else 0)


def end_width(ruler: Ruler, series: tuple[Series, ...]) -> int:
    """Return the width that the names take beyond the last point, with their gap."""
    return max((end_gap(ruler, one) + ruler.width(end_text(one), bold=True) for one in series), default=0)


def ends_fit(ruler: Ruler, series: tuple[Series, ...], size: Size) -> bool:
    """Return whether the names have room beside the lines."""
    return (
        end_width(ruler, series) <= size.width * WIDEST_SHARE
        and ruler.line * len(series) <= size.height * TALLEST_SHARE
    )


def end_labels(ruler: Ruler, series: tuple[Series, ...], ends: list[End], bottom: int) -> list[PlacedText]:
    """Return the names right of the last points, moved where they would overlap or go below y `bottom`."""
    middles = spread([end.place[1] for end in ends], ruler.line, 0, bottom)
    texts = []
    paints = name_paints(tuple(one.paint for one in series), ruler.style)
    for end, middle in zip(ends, middles, strict=True):
        one = series[end.series]
        x = end.place[0] + end_gap(ruler, one)
        placed = place(
            ruler, TextRole.SERIES, end_text(one), x, middle, TextAlign.START, paints[end.series], bold=True
        )
        texts.append(label(placed, end.series, end.point, LabelPosition.RIGHT, (0, middle - end.place[1])))
    return texts
