"""Find the font of a style, and the height of its lines, once for the style and not for each line."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

DESCRIPTION, STRUT = "known_font_description", "known_strut"
"""What a style keeps them as, beside its values."""


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 keep with a style what it finds of the style alone, and the font features of their values.

    Why: it writes fourteen values of the style as a text for each box and each line, to look for the height of a line
    among those that are known, and describes the font to Pango anew for each line.
    """
    line_break = weasyprint.text.line_break
    line_break.get_font_description = _once(DESCRIPTION, line_break.get_font_description)
    line_break.font_features = functools.lru_cache(line_break.font_features)
    strut = _once(STRUT, line_break.strut)
    for module in (
        line_break, weasyprint.css.units, weasyprint.css.computed_values, weasyprint.layout.inline
    ):  # fmt: skip
        module.strut = strut


def _once(name: str, find: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return `find` for styles, which keep what was found under a name."""

    @functools.wraps(find)
    def find_once(style: Any) -> Any:
        known = style.__dict__
        found = known.get(name)
        if found is None:
            found = known[name] = find(style)
        return found

    return find_once
