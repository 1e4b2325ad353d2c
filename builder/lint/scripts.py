"""Scripts of letters (Unicode Standard Annex 24)."""

from __future__ import annotations

import re
from functools import lru_cache

LATIN, GREEK = "Latn", "Grek"

FOREIGN = re.compile("[^\x00-\u036f\u1e00-\u1eff\u2000-\u2bff\ue000-\uf8ff]+")
"""May be letters of another script than Latin; no letter of another script is outside of it."""


@lru_cache(maxsize=4096)
def script_of(char: str) -> str:
    """Return the script of a character as its four letters of ISO 15924; Zyyy and Zinh are shared by several."""
    if char.isascii():
        return LATIN if char.isalpha() else "Zyyy"
    if "\u0391" <= char <= "\u03c9":
        return GREEK
    from fontTools.unicodedata import script  # 35 ms that text in Latin and Greek letters does not pay

    return str(script(char))


@lru_cache(maxsize=64)
def script_name(code: str) -> str:
    """Return a script's name in English, such as Hebrew."""
    from fontTools.unicodedata import script_name as name

    return str(name(code))
