"""Shapes of the slide model as shapes of a presentation."""

from __future__ import annotations

from builder.deck.model import (
    ChartShape,
    Group,
    Line,
    PictureShape,
    PlaceholderText,
    SlideShape,
    TableShape,
    TextShape,
)
from builder.pptx.chart_frame import chart
from builder.pptx.connectors import connector
from builder.pptx.drawing import Drawing
from builder.pptx.geometry import group_transform
from builder.pptx.identity import identity
from builder.pptx.pictures import picture
from builder.pptx.tables import table
from builder.pptx.text_shapes import placeholder_text, text_shape
from builder.pptx.xml import Xml, join, tag

_NO_PLACE = Xml(
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>'
)


def shape_tree(*shapes: Xml | None) -> Xml:
    """Return the tree that holds all shapes of a part, back to front."""
    root = tag("p:nvGrpSpPr", tag("p:cNvPr", id=1, name=""), tag("p:cNvGrpSpPr"), tag("p:nvPr"))
    return tag("p:spTree", root, tag("p:grpSpPr", _NO_PLACE), *shapes)


def drawn(shapes: tuple[SlideShape, ...], drawing: Drawing) -> Xml:
    """Return the shapes in their order."""
    return join(_shape(shape, drawing) for shape in shapes)


def _shape(shape: SlideShape, drawing: Drawing) -> Xml:
    match shape:
        case PlaceholderText():
            return placeholder_text(shape, drawing)
        case TextShape():
            return text_shape(shape, drawing)
        case Line():
            return connector(shape, drawing)
        case Group():
            return _group(shape, drawing)
        case PictureShape():
            return picture(shape, drawing)
        case TableShape():
            return table(shape, drawing)
        case ChartShape():
            return chart(shape, drawing)


def _group(shape: Group, drawing: Drawing) -> Xml:
    own = tag(
        "p:nvGrpSpPr",
        identity(*drawing.numbers.take(), shape),
        tag("p:cNvGrpSpPr"),
        drawing.application_properties(),
    )
    return tag("p:grpSp", own, tag("p:grpSpPr", group_transform(shape.rect)), drawn(shape.shapes, drawing))
