"""Axes: ticks, gridlines and category names around a plot."""

from __future__ import annotations

from builder.resolve.charts.drawing import LineMark, PlacedText, TextAlign, TextRole
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import place
from builder.resolve.charts.plan import Axis
from builder.resolve.charts.scale import along, base, tick_text, ticks
from builder.units import Length, Rect

FINEST = Length.from_pt(0.5)
HAIRLINE_EM = 0.045
TICK_GAP_EM = 0.45
"""Between the plot and the labels beside it."""

BELOW_EM = 0.62
"""Between the plot and the labels below it: half a line, so that the corner's two labels keep clear."""


def most_ticks(ruler: Ruler, length: float, horizontal: bool) -> int:
    """Return how many ticks stand comfortably on an axis of this length."""
    return max(2, int(length / ruler.em(5.0 if horizontal else 2.6)) + 1)


def hairline(style: ChartStyle) -> Length:
    """Return the width of gridlines and axes: finer on the page than on a slide."""
    return max(FINEST, Length.from_pt(round(style.size_pt * HAIRLINE_EM * 4) / 4))


def gridline(ruler: Ruler, *places: tuple[Length, Length]) -> LineMark:
    """Return a gridline."""
    return LineMark(places, ruler.style.grid, hairline(ruler.style))


def base_line(ruler: Ruler, *places: tuple[Length, Length]) -> LineMark:
    """Return the line that bars and areas stand on."""
    return LineMark(places, ruler.style.muted, hairline(ruler.style))


def vertical_grid(ruler: Ruler, axis: Axis, plot: Rect) -> list[LineMark]:
    """Return a vertical axis's gridlines and its line at the base."""
    heights = [along(axis, value, plot.bottom, plot.y) for value in ticks(axis)] if axis.gridlines else []
    foot = along(axis, base(axis), plot.bottom, plot.y)
    lines = [gridline(ruler, (plot.x, y), (plot.right, y)) for y in heights if y != foot]
    return [*lines, base_line(ruler, (plot.x, foot), (plot.right, foot))]


def horizontal_grid(ruler: Ruler, axis: Axis, plot: Rect, no_effect: float | None = None) -> list[LineMark]:
    """Return a horizontal axis's gridlines and its line at the base, or in its stead that of no effect."""
    places = [along(axis, value, plot.x, plot.right) for value in ticks(axis)] if axis.gridlines else []
    foot = along(axis, base(axis) if no_effect is None else no_effect, plot.x, plot.right)
    lines = [gridline(ruler, (x, plot.y), (x, plot.bottom)) for x in places if x != foot]
    upright = (foot, plot.y), (foot, plot.bottom)
    if no_effect is None:
        return [*lines, base_line(ruler, *upright)]
    return [*lines, LineMark(upright, ruler.style.muted, no_effect_width(ruler.style))]


def no_effect_width(style: ChartStyle) -> Length:
    """Return the width of the line of no effect: it is judged by, so it is no hairline."""
    return Length(hairline(style) * 2)


def vertical_ticks(ruler: Ruler, axis: Axis, plot: Rect) -> list[PlacedText]:
    """Return the labels left of a vertical axis; none if it is hidden."""
    right = plot.x - ruler.em(TICK_GAP_EM)
    return [
        place(
            ruler, TextRole.TICK, tick_text(axis, value), right, along(axis, value, plot.bottom, plot.y),
            TextAlign.END, ruler.style.muted,
        )
        for value in ticks(axis)
        if axis.visible
    ]  # fmt: skip


def horizontal_ticks(ruler: Ruler, axis: Axis, plot: Rect) -> list[PlacedText]:
    """Return the labels below a horizontal axis; none if it is hidden."""
    middle = plot.bottom + ruler.em(BELOW_EM) + ruler.line / 2
    return [
        place(
            ruler, TextRole.TICK, tick_text(axis, value), along(axis, value, plot.x, plot.right), middle,
            TextAlign.MIDDLE, ruler.style.muted,
        )
        for value in ticks(axis)
        if axis.visible
    ]  # fmt: skip


def tick_column(ruler: Ruler, axis: Axis) -> int:
    """Return the width that a vertical axis's labels take, with their gap."""
    if not axis.visible:
        return 0
    return ruler.widest([tick_text(axis, value) for value in ticks(axis)]) + ruler.em(TICK_GAP_EM)


def axis_title(ruler: Ruler, title: str, plot: Rect, bottom: float) -> list[PlacedText]:
    """Return the title below a horizontal axis, centred on the plot, its line ending at `bottom`."""
    if not title:
        return []
    middle = (plot.x + plot.right) / 2
    return [
        place(
            ruler,
            TextRole.CATEGORY_TITLE,
            title,
            middle,
            bottom - ruler.line / 2,
            TextAlign.MIDDLE,
            ruler.style.muted,
        )
    ]


def title_height(ruler: Ruler, title: str) -> int:
    """Return the height that `axis_title` takes, with its gap."""
    return ruler.line + ruler.em(0.2) if title else 0
