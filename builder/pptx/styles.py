"""Inherited styles: what a paragraph already has from its placeholder, and what it must therefore say itself."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import lru_cache
from typing import TypeVar

from builder.deck.model import FontRole, NoBullet, ParagraphAlign, ParagraphStyle, RunStyle, ThemeColor
from builder.units import Length

LEVELS = 9
"""List levels of a presentation, lvl1pPr to lvl9pPr (ECMA-376 part 1, 21.1.2.4.12)."""

DEFAULT_RUN = RunStyle(
    font=FontRole.BODY, size_pt=18.0, bold=False, italic=False, color=ThemeColor("dk1"), baseline=0.0, underline=False
)
DEFAULT = ParagraphStyle(
    align=ParagraphAlign.LEFT,
    bullet=NoBullet(),
    margin_left=Length(0),
    indent=Length(0),
    line_spacing=1.0,
    space_before_pt=0.0,
    space_after_pt=0.0,
    run=DEFAULT_RUN,
)
"""What text has that is in no placeholder; the presentation's own defaults say the same."""

_Style = TypeVar("_Style", ParagraphStyle, RunStyle)


@lru_cache(maxsize=4096)
def merge(style: _Style, base: _Style) -> _Style:
    """Return `style` with what it leaves open taken from `base`."""
    values = {field.name: getattr(style, field.name) for field in fields(style)}
    own = {name: value for name, value in values.items() if value is not None}
    if isinstance(style, ParagraphStyle) and isinstance(base, ParagraphStyle):
        own["run"] = merge(style.run, base.run)
    return replace(base, **own)


@lru_cache(maxsize=4096)
def differing(style: _Style, base: _Style) -> _Style:
    """Return `style` without what `base` says already."""
    values = {field.name: getattr(style, field.name) for field in fields(style)}
    same: dict[str, object] = {
        name: None for name, value in values.items() if name != "run" and value == getattr(base, name)
    }
    if isinstance(style, ParagraphStyle) and isinstance(base, ParagraphStyle):
        same["run"] = differing(style.run, base.run)
    return replace(style, **same)


def all_levels(levels: tuple[ParagraphStyle, ...], base: ParagraphStyle = DEFAULT) -> tuple[ParagraphStyle, ...]:
    """Return the complete style of each of the nine levels; the last one given serves those below it."""
    complete = tuple(merge(level, base) for level in levels[:LEVELS]) or (base,)
    return complete + complete[-1:] * (LEVELS - len(complete))
