"""Shapes that hold text: filled placeholders, text boxes and autoshapes."""

from __future__ import annotations

from builder.deck.model import PlaceholderText, TextShape
from builder.pptx.colors import fill, line
from builder.pptx.drawing.frame import inheriting_body, restyling_body, text_body
from builder.pptx.drawing.geometry import preset, transform
from builder.pptx.drawing.identity import identity
from builder.pptx.drawing.sheet import Sheet
from builder.pptx.drawing.styles import all_levels
from builder.pptx.xml import Xml, tag

_PLAIN = all_levels(())


def placeholder_text(shape: PlaceholderText, sheet: Sheet) -> Xml:
    """Return text in a placeholder: insets, anchor and style are the layout's, and its place unless it differs."""
    filled = sheet.require_placeholder(shape.idx)
    locks = tag("a:spLocks", noGrp=True)
    body = inheriting_body if filled.written_idx is None else restyling_body
    return tag(
        "p:sp",
        tag(
            "p:nvSpPr",
            identity(*sheet.numbers.take(), shape),
            tag("p:cNvSpPr", locks),
            sheet.application_properties(filled),
        ),
        tag("p:spPr", transform(shape.rect) if shape.rect != filled.rect else None),
        body("p:txBody", shape.text.paragraphs, all_levels(filled.levels), sheet.canvas),
    )


def text_shape(shape: TextShape, sheet: Sheet) -> Xml:
    """Return a text box, or an autoshape where it has a form, a fill or a line."""
    return tag(
        "p:sp",
        tag(
            "p:nvSpPr",
            identity(*sheet.numbers.take(), shape),
            tag("p:cNvSpPr", txBox=_is_text_box(shape) or None),
            sheet.application_properties(),
        ),
        tag(
            "p:spPr",
            transform(shape.rect),
            preset(shape.geometry, shape.rect, shape.corner),
            fill(shape.fill),
            line("a:ln", shape.stroke),
        ),
        text_body("p:txBody", shape.text, _PLAIN, sheet.canvas) if shape.text else None,
    )


def _is_text_box(shape: TextShape) -> bool:
    plain = shape.geometry == "rect" and not shape.fill and not shape.stroke
    return plain and shape.text is not None
