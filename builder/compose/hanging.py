"""Quotation marks at the beginning of a text, set apart so that a style sheet can hang them beside it.

Why: `hanging-punctuation: first` (CSS Text 3, 8) is unknown to WeasyPrint 70.0 and to all browsers but one.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_MARKS = "“”„«»‘‚‹›「『"
"""Marks that open a quotation in some language; at the beginning of a text each can do no other."""

_BEGINNING = re.compile(rf"((?:<[^>]*>|\s)*)((?:[{_MARKS}][\u00a0\u202f]?)+)(?=\S)")


def hang(html: Markup) -> Markup:
    """Return `html` with the quotation marks with which it begins, and the spaces that belong to them, in a span."""
    found = _BEGINNING.match(html)
    if not found:
        return html
    return Markup(f'{found[1]}<span class="hanging">{found[2]}</span>{html[found.end() :]}')
