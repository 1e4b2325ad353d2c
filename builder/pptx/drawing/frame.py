"""Text frames: a shape's text with its insets and anchor."""

from __future__ import annotations

from builder.deck.model import Anchor, Insets, Paragraph, ParagraphStyle, TextFrame
from builder.pptx.canvas import Canvas
from builder.pptx.drawing.list_styles import differing_levels
from builder.pptx.drawing.local_levels import completed, local_levels
from builder.pptx.drawing.numbered_lists import join_sequences
from builder.pptx.drawing.text import paragraph
from builder.pptx.xml import Xml, join, tag


def text_body(name: str, frame: TextFrame, levels: tuple[ParagraphStyle, ...], canvas: Canvas) -> Xml:
    """Return a frame that states its own insets and anchor."""
    return _body(name, body_properties(frame.insets, frame.anchor), frame.paragraphs, levels, canvas)


def inheriting_body(
    name: str, paragraphs: tuple[Paragraph, ...], levels: tuple[ParagraphStyle, ...], canvas: Canvas
) -> Xml:
    """Return a frame that takes everything but its text from elsewhere: its layout, or its table cell."""
    return _body(name, tag("a:bodyPr"), paragraphs, levels, canvas)


def restyling_body(
    name: str, paragraphs: tuple[Paragraph, ...], levels: tuple[ParagraphStyle, ...], canvas: Canvas
) -> Xml:
    """Return such a frame with a list style of its own, where most of its text differs from `levels`."""
    shown = completed(tuple(join_sequences(paragraphs or (Paragraph(()),), levels)), levels)
    own = local_levels(shown, levels)
    style = tag("a:lstStyle", differing_levels(own, levels, canvas.monospace))
    return tag(name, tag("a:bodyPr"), style, join(paragraph(node, own, canvas) for node in shown))


def body_properties(insets: Insets, anchor: Anchor) -> Xml:
    """Return the properties of a frame that wraps its text, and shrinks it when later edits make it too long."""
    return tag(
        "a:bodyPr",
        tag("a:normAutofit"),
        vert="horz",
        wrap="square",
        lIns=insets.left,
        tIns=insets.top,
        rIns=insets.right,
        bIns=insets.bottom,
        rtlCol=False,
        anchor=anchor.value,
    )


def _body(
    name: str,
    properties: Xml,
    paragraphs: tuple[Paragraph, ...],
    levels: tuple[ParagraphStyle, ...],
    canvas: Canvas,
) -> Xml:
    shown = join_sequences(paragraphs or (Paragraph(()),), levels)
    return tag(name, properties, tag("a:lstStyle"), join(paragraph(node, levels, canvas) for node in shown))
