"""Colours that are no slot of the presentation's theme, as shades of one: so they follow the theme too."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Mapping

SHADES = ((87, 13), (80, 20), (65, 35), (60, 40), (50, 50), (40, 60), (20, 80), (85, 0), (75, 0), (50, 0))
"""Shares of luminance, in percent, kept and added: "Lighter 80 %" of a colour menu keeps 20 and adds 80."""

SAME = 2
"""By how much a channel of 256 steps may differ from the shade's."""


def name_colors(values: Iterable[str], slots: Mapping[str, str]) -> dict[str, str]:
    """Return the slot, or the shade of a slot such as `accent3 65+35`, of each value that is one.

    `slots` are the slots' values; colours are six hexadecimal digits.
    """
    names: dict[str, str] = {}
    for slot, own in slots.items():
        names.setdefault(own.upper(), slot)
    for value in values:
        if value.upper() not in names and (name := _find_shade(value, slots)):
            names[value.upper()] = name
    return names


def _find_shade(value: str, slots: Mapping[str, str]) -> str | None:
    for slot, base in slots.items():
        for kept, added in SHADES:
            if all(
                abs(one - two) <= SAME for one, two in zip(_rgb(value), shade(base, kept, added), strict=True)
            ):
                return f"{slot} {kept}+{added}" if added else f"{slot} {kept}"
    return None


def color_of_slot(name: str, colors: Mapping[str, str]) -> str:
    """Return the value of a slot, or of a shade of one as `name_colors` writes it; `colors` are the slots' values."""
    slot, _, change = name.partition(" ")
    if not change:
        return colors[slot].upper()
    kept, _, added = change.partition("+")
    return "".join(f"{channel:02X}" for channel in shade(colors[slot], int(kept), int(added or 0)))


def shade(value: str, kept: int, added: int) -> tuple[int, int, int]:
    """Return red, green and blue of `value` with a changed luminance (ECMA-376 part 1, 20.1.2.3.20 and 21)."""
    red, green, blue = (channel / 255 for channel in _rgb(value))
    hue, luminance, saturation = colorsys.rgb_to_hls(red, green, blue)
    changed = colorsys.hls_to_rgb(hue, min(1.0, luminance * kept / 100 + added / 100), saturation)
    red, green, blue = changed
    return round(red * 255), round(green * 255), round(blue * 255)


def _rgb(value: str) -> tuple[int, int, int]:
    return int(value[:2], 16), int(value[2:4], 16), int(value[4:], 16)
