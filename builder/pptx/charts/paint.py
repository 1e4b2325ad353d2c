"""Paints as DrawingML: by reference to the theme where it has the colour."""

from __future__ import annotations

from builder.deck.model import RgbColor, ThemeColor
from builder.pptx.colors import color, theme_color
from builder.pptx.xml import Xml, tag
from builder.resolve.charts.look import Dash, Paint
from builder.units import Length

OUTLINE = Length.from_pt(1)
"""Width of the lines that part neighbouring fills."""


def fill(paint: Paint | None) -> Xml:
    """Return a fill, or the statement that there is none."""
    if paint is None:
        return tag("a:noFill")
    if paint.opacity == 1:
        return tag("a:solidFill", color(ThemeColor(paint.slot) if paint.slot else RgbColor(paint.hex)))
    return tag("a:solidFill", _translucent(paint))


def _translucent(paint: Paint) -> Xml:
    alpha = tag("a:alpha", val=round(paint.opacity * 100_000))
    if paint.slot:
        return theme_color(paint.slot, alpha)
    return tag("a:srgbClr", alpha, val=paint.hex)


def line(paint: Paint | None, width: Length = Length(0), dash: Dash = Dash.SOLID) -> Xml:
    """Return a line, or the statement that there is none."""
    if paint is None:
        return tag("a:ln", tag("a:noFill"))
    dashed = tag("a:prstDash", val=dash.value) if dash is not Dash.SOLID else None
    return tag("a:ln", fill(paint), dashed, tag("a:round"), w=width)


def flat_stroke(paint: Paint, width: Length) -> Xml:
    """Return the shape properties of a line that ends where its points are, as a bar does."""
    return tag("c:spPr", tag("a:ln", fill(paint), tag("a:miter", lim=800_000), w=width, cap="flat"))


def shape(filled: Paint | None, outline: Paint | None = None, width: Length = OUTLINE) -> Xml:
    """Return the shape properties of something filled."""
    return tag("c:spPr", fill(filled), line(outline, width))


def stroke(paint: Paint | None, width: Length = Length(0), dash: Dash = Dash.SOLID) -> Xml:
    """Return the shape properties of something that is a line only."""
    return tag("c:spPr", line(paint, width, dash))
