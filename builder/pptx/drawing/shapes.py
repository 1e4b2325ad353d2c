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
from builder.pptx.drawing.chart_frame import chart
from builder.pptx.drawing.connectors import connector
from builder.pptx.drawing.geometry import group_transform
from builder.pptx.drawing.identity import identity
from builder.pptx.drawing.pictures import picture
from builder.pptx.drawing.sheet import Sheet
from builder.pptx.drawing.tables import table
from builder.pptx.drawing.text_shapes import placeholder_text, text_shape
from builder.pptx.xml import Xml, join, tag

_NO_PLACE = Xml(
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>'
)


def shape_tree(*shapes: Xml | None) -> Xml:
    """Return the tree that holds all shapes of a part, back to front."""
    root = tag("p:nvGrpSpPr", tag("p:cNvPr", id=1, name=""), tag("p:cNvGrpSpPr"), tag("p:nvPr"))
    return tag("p:spTree", root, tag("p:grpSpPr", _NO_PLACE), *shapes)


def drawn(shapes: tuple[SlideShape, ...], sheet: Sheet) -> Xml:
    """Return the shapes in their order."""
    return join(_shape(shape, sheet) for shape in shapes)


def _shape(shape: SlideShape, sheet: Sheet) -> Xml:
    match shape:
        case PlaceholderText():
            return placeholder_text(shape, sheet)
        case TextShape():
            return text_shape(shape, sheet)
        case Line():
            return connector(shape, sheet)
        case Group():
            return _group(shape, sheet)
        case PictureShape():
            return picture(shape, sheet)
        case TableShape():
            return table(shape, sheet)
        case ChartShape():
            return chart(shape, sheet)


def _group(shape: Group, sheet: Sheet) -> Xml:
    own = tag(
        "p:nvGrpSpPr",
        identity(*sheet.numbers.take(), shape),
        tag("p:cNvGrpSpPr"),
        sheet.application_properties(),
    )
    return tag("p:grpSp", own, tag("p:grpSpPr", group_transform(shape.rect)), drawn(shape.shapes, sheet))
