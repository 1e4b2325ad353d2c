"""Ask font files for their measures, the characters that they have, and their names, and load little for it."""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from builder.world import State, state_of

V = TypeVar("V")

KNOWN_FILES = 32
"""Font files of which an answer is remembered."""


def remembered(read: Callable[[Path], V]) -> Callable[[Path], V]:
    """Have what is read of a font file remembered as long as the file is in the same state."""

    @lru_cache(KNOWN_FILES)
    def known(file: Path, state: State) -> V:  # noqa: ARG001 # the state is for the key
        return read(file)

    @wraps(read)
    def find(file: Path) -> V:
        return known(file, state_of(file))

    return find


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


FAMILY = (21, 16, 1)
"""Names of the family in the table `name`, the best one first (OpenType, name IDs)."""

WINDOWS_ENGLISH = [3, 1, 0x409]
"""Platform, encoding and language of the names that programs show."""


def family_name(file: Path) -> str:
    """Return the name of a font's family, in English where it has that; empty where it has none.

    Why not fontTools at once: to read names it loads what draws and shapes glyphs, which takes 30 ms. It passes over
    records that are damaged.
    """
    with open_font(file) as font:
        with contextlib.suppress(struct.error, UnicodeDecodeError):
            if name := _find_english_name(font.reader["name"]):
                return name
        return font["name"].getBestFamilyName() or ""


def _find_english_name(data: bytes) -> str:
    """Return the name of the family that a table `name` has in English; empty where the best one is in no English."""
    _, count, start = struct.unpack_from(">3H", data)
    records = [entry for entry in struct.iter_unpack(">6H", data[6 : 6 + 12 * count]) if entry[3] in FAMILY]
    best = min((FAMILY.index(entry[3]) for entry in records), default=0)
    for *kind, name_id, length, offset in records:
        if kind == WINDOWS_ENGLISH and name_id == FAMILY[best]:
            return data[start + offset : start + offset + length].decode("utf_16_be")
    return ""
