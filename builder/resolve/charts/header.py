"""What stands above a plot: the title of the value axis, and the names of series that no mark can carry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.resolve.charts.drawing import BarMark, DotMark, Mark, PlacedText, TextAlign, TextRole
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import edges, place
from builder.resolve.charts.plan import Series
from builder.resolve.charts.style import name_paints
from builder.units import Length

KEY_EM = 0.6
"""Side of the square, or width of the mark, that stands before a series' name."""

KEY_GAP_EM = 0.4
NAME_GAP_EM = 1.6


@dataclass(frozen=True, slots=True)
class Header:
    """Texts above the plot with the series' keys, and the height that they and the space below them take."""

    texts: tuple[PlacedText, ...]
    marks: tuple[Mark, ...]
    height: Length


@dataclass(frozen=True, slots=True)
class Entry:
    """A series' name as it fits, and where its key begins: x, and the line counted from 0."""

    index: int
    name: str
    left: int
    line: int


def header(
    ruler: Ruler, width: int, title: str, headed: tuple[Series, ...] = (), marked: bool = False
) -> Header:
    """Return the title's lines and below them the names of series with their keys, from the chart's left edge.

    With `marked` a key is the series' mark, else a square.
    """
    start, style = TextAlign.START, ruler.style
    lines = ruler.wrap(title, width) if title else ()
    middles = [ruler.line * (number + 0.5) for number in range(len(lines))]
    texts = [
        place(ruler, TextRole.VALUE_TITLE, line, 0, middle, start, style.muted)
        for line, middle in zip(lines, middles, strict=True)
    ]
    marks: list[Mark] = []
    paints = name_paints(tuple(one.paint for one in headed), style)
    for entry in entries(ruler, tuple(one.name for one in headed), width):
        series = headed[entry.index]
        middle = ruler.line * (len(lines) + entry.line + 0.5)
        marks.append(_key(ruler, series, entry.left, middle, marked))
        left = entry.left + ruler.em(KEY_EM + KEY_GAP_EM)
        name = place(ruler, TextRole.SERIES, entry.name, left, middle, start, paints[entry.index], bold=True)
        texts.append(replace(name, series=entry.index))
    bottom = max((text.rect.bottom for text in texts), default=0)
    return Header(tuple(texts), tuple(marks), Length(bottom + ruler.em(0.4) if texts else 0))


def entries(ruler: Ruler, names: tuple[str, ...], width: int) -> Iterator[Entry]:
    """Give each name its place, in as many lines as it takes."""
    key, gap = ruler.em(KEY_EM + KEY_GAP_EM), ruler.em(NAME_GAP_EM)
    left = line = 0
    for index, name in enumerate(names):
        shown = ruler.cut(name, width - key, bold=True)
        own = key + ruler.width(shown, bold=True)
        if left and left + own > width:
            left, line = 0, line + 1
        yield Entry(index, shown, left, line)
        left += own + gap


def _key(ruler: Ruler, series: Series, left: int, middle: float, marked: bool) -> Mark:
    side = ruler.em(KEY_EM)
    if marked and series.marker:
        place = (Length(round(left + side / 2)), Length(round(middle)))
        return DotMark(place, series.marker, series.paint, ruler.style.paper)
    return BarMark(edges(left, middle - side / 2, left + side, middle + side / 2), series.paint)
