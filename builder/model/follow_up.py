"""How the data of a swimmer chart say that a patient is still under way."""

from __future__ import annotations

STILL, OVER = frozenset({"yes", "true", "1", "x"}), frozenset({"no", "false", "0", ""})


def parse_ongoing(text: str) -> bool | None:
    """Return whether `text` says that it goes on; None if it is neither yes nor no. Nothing at all is no."""
    word = text.casefold()
    return True if word in STILL else False if word in OVER else None
