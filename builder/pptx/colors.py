"""Colours, fills and lines: by reference to the theme wherever it has the colour."""

from __future__ import annotations

from builder.deck.model import Color, Stroke, ThemeColor
from builder.pptx.xml import Xml, tag

COLOR_MAP = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""The names that slides use for the theme's dark and light slots; the master's colour map says the same."""


def color(value: Color) -> Xml:
    """Return the colour, a theme's one as reference."""
    if isinstance(value, ThemeColor):
        return theme_color(value.slot)
    return tag("a:srgbClr", val=value.value.upper())


def theme_color(slot: str, *changes: Xml) -> Xml:
    """Return the reference to a slot, or to a shade of one (see `ThemeColor`), with further changes."""
    name, _, shade = slot.partition(" ")
    kept, _, added = shade.partition("+")
    return tag(
        "a:schemeClr",
        tag("a:lumMod", val=int(kept) * 1000) if kept else None,
        tag("a:lumOff", val=int(added) * 1000) if int(added or 0) else None,
        *changes,
        val=COLOR_MAP.get(name, name),
    )


def solid_fill(value: Color) -> Xml:
    """Return a fill of one colour."""
    return tag("a:solidFill", color(value))


def fill(value: Color | None) -> Xml:
    """Return a fill, or the statement that there is none."""
    return solid_fill(value) if value else tag("a:noFill")


def line(name: str, stroke: Stroke | None, *ends: Xml | None) -> Xml:
    """Return the line element `name`; without a stroke it says that no line is drawn."""
    if stroke is None:
        return tag(name, tag("a:noFill"), w=0 if name != "a:ln" else None)
    dash = tag("a:prstDash", val=stroke.dash) if stroke.dash != "solid" else None
    return tag(name, solid_fill(stroke.color), dash, *ends, w=stroke.width)
