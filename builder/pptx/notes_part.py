"""Speaker notes: the notes master, and a notes page for every slide that has notes (ECMA-376 part 1, 19.3.1.26, 27)."""

from __future__ import annotations

from dataclasses import replace

from builder.deck.model import (
    Anchor,
    Bullet,
    Field,
    FieldKind,
    Insets,
    Paragraph,
    ParagraphAlign,
    ParagraphStyle,
    Run,
    RunStyle,
    Slide,
    TextFrame,
    ThemeColor,
)
from builder.pptx.canvas import Canvas
from builder.pptx.colors import solid_fill
from builder.pptx.frame import body_properties, inheriting_body, text_body
from builder.pptx.geometry import preset, transform
from builder.pptx.identity import identity
from builder.pptx.layout_part import INHERITED_COLORS
from builder.pptx.list_styles import complete_levels, differing_levels
from builder.pptx.master_part import color_map
from builder.pptx.shapes import shape_tree
from builder.pptx.styles import all_levels
from builder.pptx.text import paragraph
from builder.pptx.xml import Xml, join, presentation_part, tag
from builder.units import Length, Rect, Size

PAGE = Size(Length(6_858_000), Length(9_144_000))
"""Notes pages: 7.5 by 10 inches."""

_IMAGE, _BODY, _NUMBER = "Slide Image Placeholder", "Notes Placeholder", "Slide Number Placeholder"
_STYLE = ParagraphStyle(run=RunStyle(size_pt=12.0))
_LEVELS = all_levels((_STYLE,))
_BULLET_STEP = 171_450
_INSETS = Insets(Length(91_440), Length(45_720), Length(91_440), Length(45_720))
_BODY_RECT = Rect(Length(685_800), Length(4_400_550), Length(5_486_400), Length(3_600_450))
_NUMBER_RECT = Rect(Length(3_884_613), Length(8_685_213), Length(2_971_800), Length(458_787))
_IMAGE_AREA = Rect(Length(685_800), Length(1_143_000), Length(5_486_400), Length(3_086_100))


def notes_master_part(slide: Size, canvas: Canvas) -> bytes:
    """Return the notes master: the slide's image above the notes."""
    background = tag("p:bg", tag("p:bgRef", tag("a:schemeClr", val="bg1"), idx=1001))
    image_rect = _image_rect(slide)
    outline = tag("a:ln", solid_fill(ThemeColor("dk1")), w=12_700)
    image = tag("p:spPr", _place(image_rect), tag("a:noFill"), outline)
    prompt = Paragraph((Run("Click to edit Master text styles"),))
    numbered = all_levels((replace(_STYLE, align=ParagraphAlign.RIGHT),))
    number_style = differing_levels(numbered, all_levels(()), canvas.monospace)
    shapes = shape_tree(
        _placeholder(2, _IMAGE, tag("p:ph", type="sldImg", idx=2), image),
        _placeholder(
            3,
            _BODY,
            tag("p:ph", type="body", sz="quarter", idx=3),
            tag("p:spPr", _place(_BODY_RECT)),
            text_body("p:txBody", TextFrame((prompt,), _INSETS), _LEVELS, canvas),
        ),
        _placeholder(
            4,
            _NUMBER,
            tag("p:ph", type="sldNum", sz="quarter", idx=5),
            tag("p:spPr", _place(_NUMBER_RECT)),
            tag(
                "p:txBody",
                body_properties(_INSETS, Anchor.BOTTOM),
                tag("a:lstStyle", number_style),
                paragraph(_page_number(), numbered, canvas),
            ),
        ),
    )
    return presentation_part(
        "p:notesMaster",
        tag("p:cSld", background, shapes),
        color_map(),
        tag("p:notesStyle", complete_levels(_LEVELS, canvas.monospace)),
    )


def notes_part(slide: Slide, number: int, canvas: Canvas) -> bytes:
    """Return the notes page of a slide, the `number`th."""
    paragraphs = tuple(_hanging(node) for node in slide.notes)
    inherited = tag("p:spPr")
    shapes = shape_tree(
        _placeholder(2, _IMAGE, tag("p:ph", type="sldImg"), inherited),
        _placeholder(
            3,
            _BODY,
            tag("p:ph", type="body", idx=1),
            inherited,
            inheriting_body("p:txBody", paragraphs, _LEVELS, canvas),
        ),
        _placeholder(
            4,
            _NUMBER,
            tag("p:ph", type="sldNum", sz="quarter", idx=5),
            inherited,
            inheriting_body("p:txBody", (_page_number(str(number)),), _LEVELS, canvas),
        ),
    )
    return presentation_part("p:notes", tag("p:cSld", shapes), INHERITED_COLORS)


def _placeholder(number: int, name: str, reference: Xml, properties: Xml, text: Xml | None = None) -> Xml:
    is_image = name == _IMAGE
    locks = tag("a:spLocks", noGrp=True, noRot=is_image or None, noChangeAspect=is_image or None)
    own = tag("p:nvSpPr", identity(number, name), tag("p:cNvSpPr", locks), tag("p:nvPr", reference))
    return tag("p:sp", own, properties, text)


def _place(rect: Rect) -> Xml:
    return join((transform(rect), preset("rect", rect)))


def _page_number(shown: str = "‹#›") -> Paragraph:
    return Paragraph((Field(FieldKind.SLIDE_NUMBER, shown),))


def _image_rect(slide: Size) -> Rect:
    """Return the largest rectangle of the slide's proportions within its area, centred."""
    scale = min(_IMAGE_AREA.width / slide.width, _IMAGE_AREA.height / slide.height)
    width, height = round(slide.width * scale), round(slide.height * scale)
    left = _IMAGE_AREA.x + (_IMAGE_AREA.width - width) // 2
    top = _IMAGE_AREA.y + (_IMAGE_AREA.height - height) // 2
    return Rect(Length(left), Length(top), Length(width), Length(height))


def _hanging(node: Paragraph) -> Paragraph:
    """Return a list item of the notes with room for its marker, where it says nothing of its own."""
    if not isinstance(node.style.bullet, Bullet) or node.style.margin_left is not None:
        return node
    margin = Length(_BULLET_STEP * (node.level + 1))
    return replace(node, style=replace(node.style, margin_left=margin, indent=Length(-_BULLET_STEP)))
