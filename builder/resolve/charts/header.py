"""What stands above a plot: the title of the value axis, and the names of series that no mark can carry."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import place
from builder.resolve.charts.plan import PlacedText, Series, TextAlign, TextRole
from builder.resolve.charts.style import text_paint
from builder.units import Length

KEY = "● "
"""Stands before a series' name in the series' colour; a character that text fonts have."""

GAP_EM = 1.5


@dataclass(frozen=True, slots=True)
class Header:
    """Placed texts above the plot, and the height that they and the space below them take."""

    texts: tuple[PlacedText, ...]
    height: Length


def heading_lines(ruler: Ruler, names: tuple[str, ...], width: int) -> tuple[tuple[int, ...], ...]:
    """Return the indices of the series on each line of heading words."""
    lines: list[list[int]] = []
    used = 0
    for index, name in enumerate(names):
        own = ruler.width(KEY + name, bold=True)
        if lines and used + ruler.em(GAP_EM) + own <= width:
            lines[-1].append(index)
            used += ruler.em(GAP_EM) + own
        else:
            lines.append([index])
            used = own
    return tuple(tuple(line) for line in lines)


def header(ruler: Ruler, width: int, title: str, headed: tuple[Series, ...]) -> Header:
    """Return the title's lines and below them the words that name the series, from the chart's left edge."""
    texts: list[PlacedText] = []
    middle = ruler.line / 2
    for line in ruler.wrap(title, width) if title else ():
        texts.append(place(ruler, TextRole.VALUE_TITLE, line, 0, middle, TextAlign.START, ruler.style.muted))
        middle += ruler.line
    for row in heading_lines(ruler, tuple(one.name for one in headed), width):
        left = 0
        for index in row:
            texts += _words(ruler, headed[index], index, left, middle)
            left = texts[-1].rect.right + ruler.em(GAP_EM)
        middle += ruler.line
    height: float = middle - ruler.line / 2
    return Header(tuple(texts), Length(round(height + ruler.em(0.4)) if texts else 0))


def _words(ruler: Ruler, series: Series, index: int, left: int, middle: float) -> list[PlacedText]:
    """Return a series' key and its name."""
    start, paint = TextAlign.START, text_paint(series.paint, ruler.style)
    key = place(ruler, TextRole.SERIES_KEY, KEY, left, middle, start, series.paint, bold=True)
    name = place(ruler, TextRole.SERIES, series.name, key.rect.right, middle, start, paint, bold=True)
    return [replace(key, series=index), replace(name, series=index)]
