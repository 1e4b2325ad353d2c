"""Placeholders as layouts and masters show them: with a prompt, and the style of their text."""

from __future__ import annotations

from builder.deck.model import (
    Field,
    FieldKind,
    LayoutPlaceholder,
    Paragraph,
    ParagraphStyle,
    PlaceholderKind,
    Run,
)
from builder.pptx.canvas import Canvas
from builder.pptx.drawing.frame import body_properties
from builder.pptx.drawing.geometry import preset, transform
from builder.pptx.drawing.identity import identity, placeholder
from builder.pptx.drawing.list_styles import differing_levels
from builder.pptx.drawing.styles import all_levels, own_levels
from builder.pptx.drawing.text import paragraph
from builder.pptx.xml import Xml, join, tag

_LEVEL_PROMPTS = (
    "Click to edit Master text styles",
    "Second level",
    "Third level",
    "Fourth level",
    "Fifth level",
)
_TITLES = frozenset({PlaceholderKind.TITLE, PlaceholderKind.CENTER_TITLE})
_BODIES = frozenset({PlaceholderKind.BODY, PlaceholderKind.OBJECT})
_SMALL = frozenset({PlaceholderKind.DATE, PlaceholderKind.FOOTER, PlaceholderKind.SLIDE_NUMBER})
_PROMPTS = {
    PlaceholderKind.SUBTITLE: "Click to edit Master subtitle style",
    PlaceholderKind.CHART: "Click icon to add chart",
    PlaceholderKind.TABLE: "Click icon to add table",
    PlaceholderKind.PICTURE: "Click icon to add picture",
    PlaceholderKind.FOOTER: "Footer",  # LibreOffice 7.4 gives slides' footers its own style where this is empty
}


def empty_placeholder(
    own: LayoutPlaceholder,
    number: tuple[int, str],
    canvas: Canvas,
    inherited: tuple[ParagraphStyle, ...],
    base: LayoutPlaceholder | None = None,
) -> Xml:
    """Return a placeholder that says what differs from `base`, the master's, and from the inherited styles."""
    levels = all_levels(own.levels)
    same_place = base is not None and base.rect == own.rect
    same_frame = base is not None and (base.insets, base.anchor) == (own.insets, own.anchor)
    frame = tag("a:bodyPr") if same_frame else body_properties(own.insets, own.anchor)
    list_style = tag("a:lstStyle", differing_levels(own_levels(own.levels), inherited, canvas.monospace))
    return tag(
        "p:sp",
        tag(
            "p:nvSpPr",
            identity(*number),
            tag("p:cNvSpPr", tag("a:spLocks", noGrp=True)),
            tag(
                "p:nvPr", placeholder(own.kind, own.idx, prompted=own.kind not in _SMALL and bool(own.prompt))
            ),
        ),
        tag("p:spPr", None if same_place else join((transform(own.rect), preset("rect", own.rect)))),
        tag("p:txBody", frame, list_style, _prompt(own, levels, canvas)),
    )


def _prompt(own: LayoutPlaceholder, levels: tuple[ParagraphStyle, ...], canvas: Canvas) -> Xml:
    return join(paragraph(node, levels, canvas) for node in _prompt_paragraphs(own))


def _prompt_paragraphs(own: LayoutPlaceholder) -> tuple[Paragraph, ...]:
    if own.kind is PlaceholderKind.SLIDE_NUMBER:
        return (Paragraph((Field(FieldKind.SLIDE_NUMBER, "‹#›"),)),)
    if own.prompt:
        return (Paragraph((Run(own.prompt),)),)
    if own.kind in _BODIES:
        shown = _LEVEL_PROMPTS[: max(len(own.levels), 1)]
        return tuple(Paragraph((Run(text),), level) for level, text in enumerate(shown))
    if own.kind in _TITLES:
        return (Paragraph((Run("Click to edit Master title style"),)),)
    text = _PROMPTS.get(own.kind)
    return (Paragraph((Run(text),) if text else ()),)
