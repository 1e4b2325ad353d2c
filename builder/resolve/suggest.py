"""The nearest known word to an unknown one, for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that an author most likely meant, letter case aside."""
    by_folded = {candidate.casefold(): candidate for candidate in sorted(known, reverse=True)}
    matches = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str, form: str = "'{}'") -> str:
    """Return a help line: the nearest known word written in `form`, else `otherwise`."""
    found = nearest(word, known)
    return f"did you mean {form.format(found)}?" if found is not None else otherwise
