"""Which way text is read."""

from __future__ import annotations

from unicodedata import bidirectional


def reads_from_right(text: str) -> bool:
    """Return whether a paragraph is read from right to left: its first letter is (Unicode Annex 9, rules P2 and P3)."""
    if text.isascii():
        return False
    strong = (kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"
