"""Slides: shapes on their layout (ECMA-376 part 1, 19.3.1.38)."""

from __future__ import annotations

from builder.deck.model import Slide, SlideLayout
from builder.pptx.canvas import Canvas
from builder.pptx.drawing.numbering import ShapeNumbers, shape_names
from builder.pptx.drawing.shapes import drawn, shape_tree
from builder.pptx.drawing.sheet import Sheet
from builder.pptx.parts.layout import INHERITED_COLORS
from builder.pptx.xml import presentation_part, tag


def slide_part(slide: Slide, layout: SlideLayout, canvas: Canvas) -> bytes:
    """Return the slide; its background is its layout's."""
    numbers = ShapeNumbers(shape_names(slide.shapes))
    shapes = drawn(slide.shapes, Sheet(canvas, numbers, layout.placeholders))
    return presentation_part("p:sld", tag("p:cSld", shape_tree(shapes)), INHERITED_COLORS)
