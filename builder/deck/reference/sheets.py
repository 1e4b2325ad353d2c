"""The style sheets of a deck that is built into a reference deck: the theme's, at its scale, then its regions."""

from __future__ import annotations

import re

from builder.compose.slides import SlideComposer
from builder.deck.reference.brand import Brand
from builder.deck.reference.rules import reference_rules
from builder.units import EMU_PER_INCH

_LENGTH = re.compile(r"(?<![\w#.-])(\d*\.?\d+)(in|pt|px)\b")
_NARROW = 1.5
"""Slides less wide than this, in heights, take the theme's rules for 4:3."""

_DESIGNED = {"16:9": 13 + 1 / 3, "4:3": 10.0}
"""Widths, in inches, of the slides that a theme's rules are made for."""


def branded_sheets(composer: SlideComposer, brand: Brand, spacing_em: float) -> dict[str, str]:
    """Return the style sheets by their names as shown to people."""
    size = brand.deck.size
    format = "4:3" if size.width < _NARROW * size.height else "16:9"
    scale = size.width / EMU_PER_INCH / _DESIGNED[format]
    sheets = {
        name: scaled(text, scale) for name, text in composer.style_sheets(format, referenced=True).items()
    }
    return {**sheets, brand.deck.name: reference_rules(brand.layouts, size, spacing_em)}


def scaled(sheet: str, scale: float) -> str:
    """Return a style sheet with every length multiplied."""
    if abs(scale - 1) < 0.005:
        return sheet
    return _LENGTH.sub(lambda found: f"{float(found[1]) * scale:.3f}{found[2]}", sheet)
