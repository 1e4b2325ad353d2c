"""Whether a font file of a theme is one, before native libraries are given it (OpenType 1.9, "Font file")."""

from __future__ import annotations

import io
from hashlib import sha256
from pathlib import Path

from builder.bounds import bounded
from builder.disk import FileTooLarge
from builder.limits import LARGEST_FONT_BYTES, LONGEST_FONT_S, MB, MOST_FONT_BYTES
from builder.theme.places import DEFAULT_THEME, package_templates
from builder.world import World

NEEDED = ("head", "hhea", "maxp", "hmtx", "cmap", "name", "OS/2", "post")
_CHECKED = "font"
_KINDS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")


def find_font_fault(world: World, file: Path) -> str:
    """Return what is wrong with a font file, to follow its name; empty if nothing is.

    Fonts that come with this program, and copies of them, are known to be sound; one that an earlier build has read
    through is not read again.

    Raises:
        OSError: it cannot be read.
    """
    try:
        data = world.read_bytes(file, LARGEST_FONT_BYTES)
    except FileTooLarge:
        return f"is larger than {LARGEST_FONT_BYTES // MB} MB"
    if not data.startswith(_KINDS):
        return "is not a TrueType or OpenType font"
    ours = package_templates() / DEFAULT_THEME / "fonts" / file.name
    if ours.is_file() and data == ours.read_bytes():
        return ""
    key = world.store.key(_CHECKED, sha256(data).digest()) if world.store else ""
    if world.store and world.store.find(key) is not None:
        return ""
    fault = _read_through(data)
    if world.store and not fault:
        world.store.keep(key, b"")
    return fault


def _read_through(data: bytes) -> str:
    """Return what is wrong with a font after reading every table and outline of it."""
    from fontTools.pens.basePen import NullPen  # 0.2 s that a theme of ours need not pay
    from fontTools.ttLib import TTFont

    try:
        with (
            bounded(LONGEST_FONT_S, MOST_FONT_BYTES),
            TTFont(io.BytesIO(data), fontNumber=0, lazy=False, ignoreDecompileErrors=False) as font,
        ):
            missing = [table for table in NEEDED if table not in font]
            if missing:
                return f"lacks the table '{missing[0]}'"
            for table in font.keys():  # noqa: SIM118 # it cannot be iterated over
                font[table]
            outlines = font.getGlyphSet()
            for name in outlines:
                outlines[name].draw(NullPen())
            if not font.getBestCmap() or not font["name"].getBestFamilyName():
                return "has no characters, or no name"
    except Exception:  # whatever a damaged table brings fontTools to raise: AssertionError, struct.error, …
        return "is damaged"
    return ""
