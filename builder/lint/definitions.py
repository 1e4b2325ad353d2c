"""Short forms that a text explains: "cytokine release syndrome (CRS)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACKET = re.compile(
    r"(?<=[\w’'”*\ue000]) ?\((?P<short>[A-Za-z0-9Α-ω][\w‑–./-]{1,11}?)(?P<plural>s?)(?:[;,][^()]*)?\)"
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form, and where in its text the long form and the bracket stand."""

    short: str
    start: int
    end: int


def find_definitions(text: str) -> Iterator[Definition]:
    """Yield the definitions in masked text: capitals in brackets whose letters begin the words before them."""
    for match in _BRACKET.finditer(text) if "(" in text else ():
        short = match["short"]
        if sum(char.isupper() for char in short) < 2 or "." in short:
            continue
        letters = [short[0].lower(), *(char.lower() for char in short[1:] if char.isupper())]
        words = list(_WORD.finditer(text, max(0, match.start() - 120), match.start()))
        start = _find_start(words, letters)
        if start is not None:
            yield Definition(short, start, match.end())


def _find_start(words: list[re.Match[str]], letters: list[str]) -> int | None:
    """Return where the long form begins: the nearest word whose first letter is the short form's.

    At least half of the other letters must begin words behind it, in order; "cluster of differentiation 19 (CD19)".
    """
    first, *others = letters
    for back in range(1, min(len(words), 2 * len(letters) + 3) + 1):
        word = words[-back]
        if word[0][0].lower() != first:
            continue
        rest = iter(
            [other[0][0].lower() for other in words[len(words) - back + 1 :]] + list(word[0][1:].lower())
        )
        found = sum(any(letter == initial for initial in rest) for letter in others)
        if 2 * found >= len(others):
            return word.start()
    return None
