"""Whether a style sheet is one that can be read through: what its variables stand for, and how deep its brackets go.

Why from the text: the layout engine writes variables out before it looks at what they say.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from builder.limits import DEEPEST_SHEET, LARGEST_VARIABLE_CHARACTERS

_DEFINITION = re.compile(r"(--[\w-]+)\s*:([^;{}]*)")
_USE = re.compile(r"var\(\s*(--[\w-]+)")


def find_excess(text: str) -> str:
    """Return what is too much in a style sheet; empty if nothing is."""
    depths = accumulate((char in "{[(") - (char in "}])") for char in re.sub(r"[^][{}()]", "", text))
    if max(depths, default=0) > DEEPEST_SHEET:
        return f"more than {DEEPEST_SHEET} brackets inside each other"
    values: dict[str, list[str]] = {}
    for name, value in _DEFINITION.findall(text):
        values.setdefault(name, []).append(value)

    @cache
    def length(name: str, level: int) -> int:
        """Return the length of a variable with those that it uses written out; `level` ends circles."""
        if level > DEEPEST_SHEET:
            return 0
        used = (use for value in values.get(name, ()) for use in _USE.findall(value))
        return sum(map(len, values.get(name, ()))) + sum(length(use, level + 1) for use in used)

    if any(length(name, 0) > LARGEST_VARIABLE_CHARACTERS for name in values):
        return (
            f"a variable of more than {LARGEST_VARIABLE_CHARACTERS:,} characters, those it uses written out"
        )
    return ""
