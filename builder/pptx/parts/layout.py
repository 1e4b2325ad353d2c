"""Slide layouts: the theme's decorations behind placeholders that slides inherit from."""

from __future__ import annotations

from collections.abc import Mapping

from builder.deck.model import Color, LayoutPlaceholder, PlaceholderKind, SlideLayout
from builder.pptx.canvas import Canvas
from builder.pptx.colors import solid_fill
from builder.pptx.drawing.numbering import ShapeNumbers, shape_names
from builder.pptx.drawing.shapes import drawn, shape_tree
from builder.pptx.drawing.sheet import Sheet
from builder.pptx.drawing.styles import all_levels
from builder.pptx.parts.empty_placeholder import empty_placeholder
from builder.pptx.parts.master_placeholders import family
from builder.pptx.xml import Xml, presentation_part, tag

_CUSTOM = "cust"
"""The schema's default for a layout's type."""


def layout_part(
    layout: SlideLayout, master: Mapping[PlaceholderKind, LayoutPlaceholder], canvas: Canvas
) -> bytes:
    """Return the layout, under the name that people see."""
    names = [*shape_names(layout.decorations), *(own.name for own in layout.placeholders)]
    numbers = ShapeNumbers(names)
    decorations = drawn(layout.decorations, Sheet(canvas, numbers, on_layout=True))
    placeholders = (
        _placeholder(own, numbers, master[family(own.kind)], canvas) for own in layout.placeholders
    )
    return presentation_part(
        "p:sldLayout",
        tag(
            "p:cSld", background(layout.background), shape_tree(decorations, *placeholders), name=layout.title
        ),
        INHERITED_COLORS,
        type=None if layout.kind == _CUSTOM else layout.kind,
        preserve=True,
    )


INHERITED_COLORS = tag("p:clrMapOvr", tag("a:masterClrMapping"))


def background(color: Color | None) -> Xml | None:
    """Return a background of one colour, or nothing where the master's shows."""
    if color is None:
        return None
    return tag("p:bg", tag("p:bgPr", solid_fill(color), tag("a:effectLst")))


def _placeholder(
    own: LayoutPlaceholder, numbers: ShapeNumbers, base: LayoutPlaceholder, canvas: Canvas
) -> Xml:
    return empty_placeholder(own, numbers.take(), canvas, all_levels(base.levels), base)
