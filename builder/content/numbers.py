"""Numbers and truth values, as YAML 1.2's core schema writes them, or as a CSV file does."""

from __future__ import annotations

import math
import re

_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def parse_number(text: str) -> float | None:
    """Return the number that `text` is, or None; a typographic minus counts as one, infinity is no number."""
    text = text.strip().replace("\N{MINUS SIGN}", "-")
    if _NUMBER.fullmatch(text) is None:
        return None
    number = float(text)
    return number if math.isfinite(number) else None


def parse_flag(text: str) -> bool | None:
    """Return the truth value that `text` is (YAML 1.2, 10.2.1.2), or None."""
    return _FLAGS.get(text)
