"""Bars and the texts at them, upright or lying."""

from __future__ import annotations

from dataclasses import dataclass

from builder.resolve.charts.bar_layout import Bar
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
from builder.resolve.charts.plan import Axis
from builder.resolve.charts.scale import along, base
from builder.resolve.charts.series_look import interval_width
from builder.resolve.charts.style import readable_on
from builder.units import Length, Rect

LABEL_GAP_EM = 0.22
SIDE_EM = 0.15
"""Least space left and right of a text inside or above its bar."""


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
