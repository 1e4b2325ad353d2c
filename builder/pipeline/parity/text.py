"""Text as two files must agree on it, and finding one in the other.

Programs that set text break lines, hyphenate, join letters to ligatures and put special spaces between words;
none of that changes what is said. So texts are compared without spaces and without the hyphens in words, as
Unicode's compatibility forms in lower case.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

LIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("\u2010\u2011\u2013\u2014\u2212\x02\ufffe", "-"),
        "⁄": "/",
        "×": "x",
    }
)
"""Signs that stand for each other; U+FFFE and U+0002 are what pdfium returns for a hyphen that ends a line."""
MINUS = r"(?<!\S)-(?=\d)"
"""A sign of a number, which no letter before it makes a hyphen."""

INVISIBLE = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Soft hyphens, joiners, marks of direction and byte order marks."""

SHORT = 16
"""Below this length a text could stand inside a longer word or number by chance."""


KNOWN_TEXTS = 8_192
"""Texts that are remembered: each is asked for by its length first, and again wherever it is looked for."""


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without spaces and hyphens.

    Attributes:
        gaps: the places, ascending, where something was left out. breaks: those of them where a line ended.
    """

    text: str
    gaps: tuple[int, ...]
    breaks: tuple[int, ...] = ()

    def has_gap(self, place: int) -> bool:
        """Return whether something was left out before the character at `place`."""
        found = bisect_left(self.gaps, place)
        return found < len(self.gaps) and self.gaps[found] == place

    def is_broken(self, start: int, end: int) -> bool:
        """Return whether a line ends between two places."""
        return bisect_left(self.breaks, start + 1) < bisect_left(self.breaks, end)

    def last_break(self, start: int, end: int) -> int:
        """Return the last place behind `start`, and not behind `end`, where a line ends; `start` if there is none."""
        found = bisect_right(self.breaks, end)
        return max(start, self.breaks[found - 1]) if found else start

    def is_joined(self, place: int) -> bool:
        """Return whether the characters before and at `place` belong to one word or number."""
        if not 0 < place < len(self.text) or self.has_gap(place):
            return False
        before, after = self.text[place - 1], self.text[place]
        if before.isalpha() and after.isalpha():
            return True
        if before.isdigit() and after.isdigit():
            return True
        if before in ".," and after.isdigit():
            return place > 1 and self.text[place - 2].isdigit() and not self.has_gap(place - 1)
        if before.isdigit() and after in ".,":
            return self.text[place + 1 : place + 2].isdigit() and not self.has_gap(place + 1)
        return False


@lru_cache(KNOWN_TEXTS)
def squeeze(text: str) -> Squeezed:
    """Return `text` as it is compared."""
    kept: list[str] = []
    gaps: list[int] = []
    breaks: list[int] = []
    alike = unicodedata.normalize("NFKC", text).translate(LIKE).casefold()
    for character in re.sub(MINUS, "\N{MINUS SIGN}", re.sub("--+", "-", alike)):
        in_word = character == "-" and (not kept or kept[-1].isalpha())
        if not (character.isspace() or character in INVISIBLE or in_word):
            kept.append("-" if character == "\N{MINUS SIGN}" else character)
        else:
            if character == "\n":
                breaks.append(len(kept))
            if not gaps or gaps[-1] != len(kept):
                gaps.append(len(kept))
    return Squeezed("".join(kept), tuple(gaps), tuple(breaks))
