"""List styles: how text looks at each of the nine levels, in the master, its layouts and the presentation."""

from __future__ import annotations

from builder.deck.model import ParagraphStyle, RunStyle
from builder.pptx.colors import solid_fill
from builder.pptx.drawing.styles import differing
from builder.pptx.drawing.text import character_attributes, paragraph_properties, typefaces
from builder.pptx.xml import Value, Xml, join, tag

KERNING_FROM = 1200
"""Hundredths of a point: pairs are kerned from 12 pt on, as in every master that PowerPoint makes."""

_TAB = 914_400


def complete_levels(levels: tuple[ParagraphStyle, ...], monospace: str) -> Xml:
    """Return lvl1pPr and further, as many as `levels`, which leave nothing to be inherited."""
    return join(
        paragraph_properties(
            f"a:lvl{number}pPr",
            level,
            _default_run(level.run, monospace, kern=KERNING_FROM),
            defTabSz=_TAB,
            rtl=False,
            eaLnBrk=True,
            latinLnBrk=False,
            hangingPunct=True,
        )
        for number, level in enumerate(levels, 1)
    )


def differing_levels(
    levels: tuple[ParagraphStyle, ...], inherited: tuple[ParagraphStyle, ...], monospace: str
) -> Xml:
    """Return those of lvl1pPr to lvl9pPr, as many as `levels`, that say something else than what is inherited."""
    own = (differing(level, base) for level, base in zip(levels, inherited, strict=False))
    return join(
        paragraph_properties(f"a:lvl{number}pPr", level, _default_run(level.run, monospace))
        for number, level in enumerate(own, 1)
        if level != ParagraphStyle()
    )


def _default_run(style: RunStyle, monospace: str, **more: Value) -> Xml | None:
    if style == RunStyle():
        return None
    return tag(
        "a:defRPr",
        solid_fill(style.color) if style.color else None,
        typefaces(style.font, monospace) if style.font else None,
        **character_attributes(style),
        **more,
    )
