"""A theme's colours on a dark screen: light and dark change places, hues stay, and text stays readable.

Lightness is OKLab's (Björn Ottosson, 2020), equal steps of which look equal.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from builder.resolve.charts.look import Paint
from builder.resolve.charts.style import LEAST_TEXT_CONTRAST, contrast
from builder.theme.theme import Theme

DARKEST, LIGHTEST = 0.185, 0.93
"""Of the dark colours: paper is not black and text not white, which would dazzle."""

DARK_INK = 0.27
"""Lightness on light paper, at and below which a colour becomes the lightest."""

LEAST_MARK_CONTRAST = 3.0
"""Source: WCAG 2.2, 1.4.11, for marks that are no text."""

STEP = 0.01


def dark_colors(theme: Theme) -> Mapping[str, str]:
    """Return every colour by name as it is on a dark screen; those of a dark theme stay as they are.

    A colour whose contrast to the theme's paper allows text, or marks, allows them on its dark paper and panels.
    What charts highlight with stands out from the paper as text does.
    """
    paper, panel = theme.slot_color("lt1"), theme.slot_color("lt2")
    if _lightness(paper) < 0.5:
        return dict(theme.colors)
    grounds = (_turned(paper), _turned(panel))
    accent = theme.colors[theme.chart["accent"]]
    return {
        name: _readable(value, LEAST_TEXT_CONTRAST if value == accent else _use(value, paper), grounds)
        for name, value in theme.colors.items()
    }


def _use(value: str, paper: str) -> float:
    """Return the contrast that a colour must have for what it may be on paper: text, marks, or neither."""
    before = _contrast(value, paper)
    return next((least for least in (LEAST_TEXT_CONTRAST, LEAST_MARK_CONTRAST) if before >= least), 1.0)


def _readable(value: str, wanted: float, grounds: tuple[str, ...]) -> str:
    """Return the dark counterpart of `value`, made lighter until its contrast to all `grounds` is as `wanted`."""
    lightness = _turned_lightness(_lightness(value))
    dark = _with_lightness(value, lightness)
    while lightness < 1 and min(_contrast(dark, ground) for ground in grounds) < wanted:
        lightness += STEP
        dark = _with_lightness(value, lightness)
    return dark


def _turned(value: str) -> str:
    return _with_lightness(value, _turned_lightness(_lightness(value)))


def _turned_lightness(lightness: float) -> float:
    share = (1 - max(lightness, DARK_INK)) / (1 - DARK_INK)
    return DARKEST + share * (LIGHTEST - DARKEST)


def _contrast(first: str, second: str) -> float:
    return contrast(Paint("", first), Paint("", second))


def _lightness(value: str) -> float:
    return _oklab(value)[0]


def _oklab(value: str) -> tuple[float, float, float]:
    red, green, blue = (_linear(int(value[start : start + 2], 16) / 255) for start in (0, 2, 4))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _with_lightness(value: str, lightness: float) -> str:
    """Return a colour of the same hue; where the screen lacks it, one of as much colour as it has."""
    _, a, b = _oklab(value)
    for percent in range(100, -1, -5):
        channels = _channels(lightness, a * percent / 100, b * percent / 100)
        if all(-0.001 <= channel <= 1.001 for channel in channels):
            break
    return "".join(f"{round(255 * _encoded(min(max(channel, 0.0), 1.0))):02X}" for channel in channels)


def _channels(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(channel: float) -> float:
    return float(12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055)
