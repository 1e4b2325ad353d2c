"""Computed CSS values in the terms of slides: colours by theme slot, typefaces by role, strokes."""

from __future__ import annotations

from typing import TypeVar

from builder.deck.model import Color, FontRole, RgbColor, RunStyle, Stroke, ThemeColor
from builder.layout.boxes import Edge, TextStyle
from builder.theme.theme import Theme

T = TypeVar("T")

RAISED = 0.3
LOWERED = -0.25
"""Shift of superscripts and subscripts as a share of the font size: what presentation programs use."""


def color_of(value: str, theme: Theme) -> Color:
    """Return the theme's slot for six hexadecimal digits, or the digits where it has none."""
    slot = theme.find_slot(value)
    return ThemeColor(slot) if slot else RgbColor(value)


def stroke_of(edge: Edge, theme: Theme) -> Stroke:
    """Return a border's edge as a stroke."""
    dash = {"dashed": "dash", "dotted": "sysDot"}.get(edge.style, "solid")
    return Stroke(color_of(edge.color, theme), edge.width, dash)


def font_role(family: str, theme: Theme) -> FontRole:
    """Return the role of a CSS family; families that the theme does not name count as body."""
    if family == theme.headings.family:
        return FontRole.HEADINGS
    return FontRole.MONOSPACE if family == theme.monospace.family else FontRole.BODY


def full_run_style(style: TextStyle, theme: Theme, size_pt: float | None = None) -> RunStyle:
    """Return the run style that spells out everything; `size_pt` replaces the computed size."""
    baseline = {"super": RAISED, "sub": LOWERED}.get(style.vertical_align)
    return RunStyle(
        font=font_role(style.family, theme),
        size_pt=round(size_pt or style.size_pt, 2),
        bold=style.bold,
        italic=style.italic,
        color=color_of(style.color, theme),
        baseline=baseline,
        highlight=color_of(style.background, theme) if style.background else None,
        underline=style.underline or None,
    )


def run_style_beyond(style: RunStyle, base: RunStyle) -> RunStyle:
    """Return what `style` has beyond `base`; None stands for: as the base has it."""

    def beyond(value: T, inherited: T) -> T | None:
        return None if value == inherited else value

    return RunStyle(
        font=beyond(style.font, base.font),
        size_pt=beyond(style.size_pt, base.size_pt),
        bold=beyond(style.bold, base.bold),
        italic=beyond(style.italic, base.italic),
        color=beyond(style.color, base.color),
        baseline=beyond(style.baseline, base.baseline),
        highlight=beyond(style.highlight, base.highlight),
        underline=beyond(style.underline, base.underline),
    )
