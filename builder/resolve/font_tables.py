"""Open font files for their measures and for the characters that they have."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any


@contextlib.contextmanager
def open_font(file: Path) -> Iterator[Any]:
    """Open a font file with its glyphs named by their numbers.

    Why: fontTools reads or makes up the name of each glyph before it tells of the first character, which takes two
    thirds of the time.
    """
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True) as font:
        font.setGlyphOrder([str(number) for number in range(font["maxp"].numGlyphs)])
        yield font
