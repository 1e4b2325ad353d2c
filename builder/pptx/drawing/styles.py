"""Inherited styles: what a paragraph already has from its placeholder, and what it must therefore say itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from builder.deck.model import FontRole, NoBullet, ParagraphAlign, ParagraphStyle, RunStyle, ThemeColor
from builder.units import Length

LEVELS = 9
"""List levels of a presentation, lvl1pPr to lvl9pPr (ECMA-376 part 1, 21.1.2.4.12)."""

DEFAULT_RUN = RunStyle(
    font=FontRole.BODY,
    size_pt=18.0,
    bold=False,
    italic=False,
    color=ThemeColor("dk1"),
    baseline=0.0,
    underline=False,
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


@lru_cache(maxsize=4096)
def merge_run(style: RunStyle, base: RunStyle) -> RunStyle:
    """Return `style` with what it leaves open taken from `base`."""
    return replace(base, **{name: value for name, value in _values(style) if value is not None})


@lru_cache(maxsize=4096)
def merge(style: ParagraphStyle, base: ParagraphStyle) -> ParagraphStyle:
    """Return `style` with what it leaves open taken from `base`, runs included."""
    own = {name: value for name, value in _values(style) if value is not None}
    return replace(base, **own | {"run": merge_run(style.run, base.run)})


@lru_cache(maxsize=4096)
def differing_run(style: RunStyle, base: RunStyle) -> RunStyle:
    """Return `style` without what `base` says already."""
    return replace(style, **{name: None for name, value in _values(style) if value == getattr(base, name)})


@lru_cache(maxsize=4096)
def differing(style: ParagraphStyle, base: ParagraphStyle) -> ParagraphStyle:
    """Return `style` without what `base` says already, runs included."""
    same: dict[str, Any] = {name: None for name, value in _values(style) if value == getattr(base, name)}
    return replace(style, **same | {"run": differing_run(style.run, base.run)})


def _values(style: ParagraphStyle | RunStyle) -> Iterator[tuple[str, Any]]:
    return ((field.name, getattr(style, field.name)) for field in fields(style))


def all_levels(
    levels: tuple[ParagraphStyle, ...], base: ParagraphStyle = DEFAULT
) -> tuple[ParagraphStyle, ...]:
    """Return the complete style of each of the nine levels; the last one given serves those below it."""
    complete = tuple(merge(level, base) for level in levels[:LEVELS]) or (base,)
    return complete + complete[-1:] * (LEVELS - len(complete))


def own_levels(levels: tuple[ParagraphStyle, ...]) -> tuple[ParagraphStyle, ...]:
    """Return the levels that a placeholder writes: all nine of a list, the only one of a title or a footer."""
    return all_levels(levels)[: 1 if len(levels) == 1 else LEVELS]
