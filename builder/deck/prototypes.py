"""Slide layouts, read from the theme's layout templates filled with sample text."""

from __future__ import annotations

from dataclasses import replace

from builder.compose.section_slides import COMPACT
from builder.compose.slides import SlideComposer
from builder.deck.layouts import LAYOUTS, PLACEHOLDERS, LayoutName
from builder.deck.look import color_of
from builder.deck.model import (
    Insets,
    LayoutPlaceholder,
    ParagraphStyle,
    PlaceholderKind,
    SlideLayout,
    SlideShape,
)
from builder.deck.shapes import ANCHORS, Compiler, placeholder_frame
from builder.deck.text import TextContext, level_style
from builder.diagnostics import Diagnostics
from builder.layout.boxes import Box
from builder.layout.slides import SlideLayouter
from builder.theme.theme import Theme

LEVELS = 9
"""List levels of a text placeholder (ECMA-376 part 1, 21.1.2.4: lvl1pPr to lvl9pPr)."""


def read_layouts(composer: SlideComposer, layouter: SlideLayouter, theme: Theme) -> tuple[SlideLayout, ...]:
    """Return every layout of the vocabulary, a compact one only where it differs; faulty templates are left out."""
    found: list[SlideLayout] = []
    for name in LAYOUTS:
        html = composer.compose_sample(name.template, compact=name.compact)
        if html is None:
            continue
        layout = _read_layout(name, find_slide(layouter.lay_out_sample(html).root), theme)
        if not (name.compact and found and _looks_like(layout, found[-1])):
            found.append(layout)
    return tuple(found)


def layout_of(name: str, layouts: tuple[SlideLayout, ...]) -> SlideLayout:
    """Return the layout called `name`; for a compact one that differs in nothing, that which it would repeat."""
    by_name = {layout.name: layout for layout in layouts}
    return by_name.get(name) or by_name[name.removesuffix(COMPACT)]


def _looks_like(one: SlideLayout, other: SlideLayout) -> bool:
    return replace(one, name=other.name, title=other.title) == other


def find_slide(root: Box) -> Box:
    """Return the box of a slide, `section.slide`."""
    return next(box for box in root.walk() if box.tag == "section")


def _read_layout(name: LayoutName, slide: Box, theme: Theme) -> SlideLayout:
    context = TextContext(theme)
    compiler = Compiler(context, None, {}, {}, {}, Diagnostics())
    placeholders = tuple(_read_placeholder(box, context) for box in slide.find("data-placeholder"))
    decorations: list[SlideShape] = []
    for box in slide.find("data-master"):
        decorations += compiler.compile(box)
    background = slide.style.background
    return SlideLayout(
        name.name,
        _title(name, theme),
        name.kind,
        placeholders,
        tuple(decorations),
        color_of(background, theme) if background else None,
    )


def _title(name: LayoutName, theme: Theme) -> str:
    title = theme.layouts.get(name.template, name.title)
    return f"{title}, compact" if name.compact else title


def _read_placeholder(box: Box, context: TextContext) -> LayoutPlaceholder:
    name = PLACEHOLDERS[box.attributes["data-placeholder"]]
    rect, insets = (box.rect, Insets()) if name.kind in _OBJECTS else placeholder_frame(box)
    return LayoutPlaceholder(
        kind=name.kind,
        idx=name.idx,
        name=name.title,
        rect=rect,
        levels=_levels(box, context),
        insets=insets,
        anchor=ANCHORS[box.attributes.get("data-anchor", "top")],
        prompt=name.prompt,
    )


_OBJECTS = (PlaceholderKind.TABLE, PlaceholderKind.CHART, PlaceholderKind.PICTURE)


def _levels(box: Box, context: TextContext) -> tuple[ParagraphStyle, ...]:
    """Return the style of each list level that the sample shows, the deepest one for those below it."""
    styles: list[ParagraphStyle] = []
    for level in range(LEVELS):
        style = level_style(box, context, level)
        if style is None:
            break
        styles.append(style)
    return tuple(styles)
