"""The theme's colours and typeface as charts use them."""

from __future__ import annotations

from builder.resolve.charts.look import ChartStyle, Paint
from builder.theme.theme import Theme

LEAST_TEXT_CONTRAST = 4.5
SERIES_ROLES = ("series-1", "series-2", "series-3", "series-4", "series-5", "series-6")


def chart_style(theme: Theme, size_pt: float) -> ChartStyle:
    """Return how charts of `theme` look with text of `size_pt` points."""
    return ChartStyle(
        family=",".join((theme.body.family, *theme.body.fallback)),
        office=theme.body.office,
        files=theme.body.files,
        size_pt=size_pt,
        ink=_paint(theme, "ink"),
        muted=_paint(theme, "muted"),
        grid=_paint(theme, "grid"),
        accent=_paint(theme, "accent"),
        paper=Paint("lt1", theme.slot_color("lt1").upper()),
        series=tuple(_paint(theme, role) for role in SERIES_ROLES),
    )


def _paint(theme: Theme, role: str) -> Paint:
    value = theme.colors[theme.chart[role]].upper()
    return Paint(theme.find_slot(value) or "", value)


def luminance(paint: Paint) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    channels = (int(paint.hex[start : start + 2], 16) / 255 for start in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: Paint, second: Paint) -> float:
    """Return the contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def name_paints(paints: tuple[Paint, ...], style: ChartStyle) -> tuple[Paint, ...]:
    """Return the colours for names of series: their own if all can be read on the style's paper, else the ink.

    Source: WCAG 2.2, 1.4.3.
    """
    readable = all(contrast(paint, style.paper) >= LEAST_TEXT_CONTRAST for paint in paints)
    return paints if readable else (style.ink,) * len(paints)


def readable_on(fill: Paint, style: ChartStyle) -> Paint:
    """Return the style's ink or paper, whichever contrasts more with `fill`."""
    return max((style.paper, style.ink), key=lambda paint: contrast(paint, fill))
