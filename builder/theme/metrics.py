"""Vertical metrics of the theme's fonts, as presentation programs read them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from builder.theme.theme import Theme


def natural_line_height(theme: Theme, family: str) -> float:
    """Return the height of a line of "single" spacing, as a share of the font size.

    It is ascent, descent and line gap of the font's `hhea` table together. Why not the layout engine's
    `line-height: normal`: Pango leaves the line gap out, which in Carlito (and Calibri) is a fifth of it.
    """
    faces = (theme.body, theme.headings, theme.monospace)
    face = next((face for face in faces if face.family == family), theme.body)
    return _line_height(face.files[0])


@lru_cache(maxsize=16)
def _line_height(file: Path) -> float:
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True) as font:
        table = font["hhea"]
        return float((table.ascent - table.descent + table.lineGap) / font["head"].unitsPerEm)
