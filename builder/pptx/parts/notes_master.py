"""The notes master: the slide's image above its notes (ECMA-376 part 1, 19.3.1.27)."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from builder.deck.model import (
    Anchor,
    Field,
    FieldKind,
    Insets,
    Paragraph,
    ParagraphAlign,
    ParagraphStyle,
    Run,
    RunStyle,
    TextFrame,
    ThemeColor,
)
from builder.pptx.canvas import Canvas
from builder.pptx.colors import solid_fill
from builder.pptx.drawing.frame import body_properties, text_body
from builder.pptx.drawing.geometry import preset, transform
from builder.pptx.drawing.identity import identity
from builder.pptx.drawing.list_styles import complete_levels, differing_levels
from builder.pptx.drawing.shapes import shape_tree
from builder.pptx.drawing.styles import all_levels
from builder.pptx.drawing.text import paragraph
from builder.pptx.parts.master import MASTER_BACKGROUND, color_map
from builder.pptx.xml import Xml, join, presentation_part, tag
from builder.units import Length, Rect, Size

PAGE = Size(Length(6_858_000), Length(9_144_000))
"""Notes pages: 7.5 by 10 inches."""

_STYLE = ParagraphStyle(run=RunStyle(size_pt=12.0))
LEVELS = all_levels((_STYLE,))
"""The style of notes."""

PAGE_NUMBER = Paragraph((Field(FieldKind.SLIDE_NUMBER, "‹#›"),))
_INSETS = Insets(Length(91_440), Length(45_720), Length(91_440), Length(45_720))
_IMAGE_AREA = Rect(Length(685_800), Length(1_143_000), Length(5_486_400), Length(3_086_100))
_BODY_RECT = Rect(Length(685_800), Length(4_400_550), Length(5_486_400), Length(3_943_350))
_NUMBER_RECT = Rect(Length(3_884_613), Length(8_685_213), Length(2_971_800), Length(458_787))


class NotesShape(Enum):
    """The placeholders of notes pages: identifier and name."""

    IMAGE = (2, "Slide Image Placeholder")
    BODY = (3, "Notes Placeholder")
    NUMBER = (4, "Slide Number Placeholder")


def notes_master_part(slide: Size, canvas: Canvas) -> bytes:
    """Return the notes master for slides of that size."""
    outline = tag("a:ln", solid_fill(ThemeColor("dk1")), w=12_700)
    image = tag("p:spPr", _place(_image_rect(slide)), tag("a:noFill"), outline)
    prompt = Paragraph((Run("Click to edit Master text styles"),))
    body = text_body("p:txBody", TextFrame((prompt,), _INSETS), LEVELS, canvas)
    shapes = shape_tree(
        notes_placeholder(NotesShape.IMAGE, tag("p:ph", type="sldImg", idx=2), image),
        notes_placeholder(
            NotesShape.BODY,
            tag("p:ph", type="body", sz="quarter", idx=3),
            tag("p:spPr", _place(_BODY_RECT)),
            body,
        ),
        notes_placeholder(
            NotesShape.NUMBER,
            tag("p:ph", type="sldNum", sz="quarter", idx=5),
            tag("p:spPr", _place(_NUMBER_RECT)),
            _number(canvas),
        ),
    )
    return presentation_part(
        "p:notesMaster",
        tag("p:cSld", MASTER_BACKGROUND, shapes),
        color_map(),
        tag("p:notesStyle", complete_levels(LEVELS, canvas.monospace)),
    )


def notes_placeholder(shape: NotesShape, reference: Xml, properties: Xml, text: Xml | None = None) -> Xml:
    """Return a placeholder of the notes master or of a notes page."""
    is_image = True if shape is NotesShape.IMAGE else None
    locks = tag("a:spLocks", noGrp=True, noRot=is_image, noChangeAspect=is_image)
    own = tag("p:nvSpPr", identity(*shape.value), tag("p:cNvSpPr", locks), tag("p:nvPr", reference))
    return tag("p:sp", own, properties, text)


def _number(canvas: Canvas) -> Xml:
    levels = all_levels((replace(_STYLE, align=ParagraphAlign.RIGHT),))
    style = tag("a:lstStyle", differing_levels(levels[:1], all_levels(()), canvas.monospace))
    frame = body_properties(_INSETS, Anchor.BOTTOM)
    return tag("p:txBody", frame, style, paragraph(PAGE_NUMBER, levels, canvas))


def _place(rect: Rect) -> Xml:
    return join((transform(rect), preset("rect", rect)))


def _image_rect(slide: Size) -> Rect:
    """Return the largest rectangle of the slide's proportions within its area, centred."""
    scale = min(_IMAGE_AREA.width / slide.width, _IMAGE_AREA.height / slide.height)
    width, height = round(slide.width * scale), round(slide.height * scale)
    left = _IMAGE_AREA.x + (_IMAGE_AREA.width - width) // 2
    top = _IMAGE_AREA.y + (_IMAGE_AREA.height - height) // 2
    return Rect(Length(left), Length(top), Length(width), Length(height))
