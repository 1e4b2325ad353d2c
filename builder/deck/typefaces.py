"""The theme's typefaces as the deck names them: for Latin letters, and for the scripts that have their own."""

from __future__ import annotations

from builder.deck.model import DeckFont, FontRole
from builder.resolve.glyphs import has_glyph
from builder.theme.theme import Theme, Typeface

EAST_ASIAN = "中あ한"
COMPLEX = "אاกअ"
"""A letter of each script that programs draw with the East Asian and the complex script typeface (21.1.2.3)."""


def deck_fonts(theme: Theme) -> tuple[DeckFont, ...]:
    """Return the typeface of each role."""
    faces = {
        FontRole.HEADINGS: theme.headings,
        FontRole.BODY: theme.body,
        FontRole.MONOSPACE: theme.monospace,
    }
    return tuple(
        DeckFont(role, face.office, _covering(face, EAST_ASIAN), _covering(face, COMPLEX))
        for role, face in faces.items()
    )


def _covering(face: Typeface, letters: str) -> str:
    """Return the first of the typeface's families that has any of `letters`; none leaves the choice to the program."""
    for family, files in face.families.items():
        if any(has_glyph(letter, files) for letter in letters):
            return face.office if family == face.family else family
    return ""
