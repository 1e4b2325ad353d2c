"""Speaker notes: the notes page of a slide that has notes (ECMA-376 part 1, 19.3.1.26)."""

from __future__ import annotations

from dataclasses import replace

from builder.deck.model import Bullet, Paragraph, Slide
from builder.pptx.canvas import Canvas
from builder.pptx.drawing.frame import inheriting_body
from builder.pptx.drawing.shapes import shape_tree
from builder.pptx.parts.layout import INHERITED_COLORS
from builder.pptx.parts.notes_master import LEVELS, PAGE_NUMBER, NotesShape, notes_placeholder
from builder.pptx.xml import presentation_part, tag
from builder.units import Length

_BULLET_STEP = 171_450


def notes_part(slide: Slide, canvas: Canvas) -> bytes:
    """Return the notes page: the slide's image, the notes, the slide's number."""
    inherited = tag("p:spPr")
    notes = inheriting_body("p:txBody", tuple(_hanging(node) for node in slide.notes), LEVELS, canvas)
    number = inheriting_body("p:txBody", (PAGE_NUMBER,), LEVELS, canvas)
    shapes = shape_tree(
        notes_placeholder(NotesShape.IMAGE, tag("p:ph", type="sldImg"), inherited),
        notes_placeholder(NotesShape.BODY, tag("p:ph", type="body", idx=1), inherited, notes),
        notes_placeholder(
            NotesShape.NUMBER, tag("p:ph", type="sldNum", sz="quarter", idx=5), inherited, number
        ),
    )
    return presentation_part("p:notes", tag("p:cSld", shapes), INHERITED_COLORS)


def _hanging(node: Paragraph) -> Paragraph:
    """Return a list item of the notes with room for its marker, where it says nothing of its own."""
    if not isinstance(node.style.bullet, Bullet) or node.style.margin_left is not None:
        return node
    margin = Length(_BULLET_STEP * (node.level + 1))
    return replace(node, style=replace(node.style, margin_left=margin, indent=Length(-_BULLET_STEP)))
