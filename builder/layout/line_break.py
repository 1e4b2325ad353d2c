"""Mend a fault of WeasyPrint 70.0 in line breaking; see `mend`."""

from __future__ import annotations

from typing import Any

NEAR = 1.5
"""How far the estimate of a text's width from its first line may be off."""


def mend(weasyprint: Any) -> None:
    """Keep text that fits its line, but for its last space, in one piece.

    Where a text ends in a space before an inline element and the space alone leaves the line, WeasyPrint takes the
    whole text as too wide and breaks or hyphenates its first word, so that a line ends early for no visible reason
    (about once in 10 pages of cited prose). Not reported upstream at version 70.0; #1614 is near it.
    """
    inline = weasyprint.layout.inline
    original = inline.split_first_line

    def split_first_line(
        text: str, style: Any, context: Any, max_width: Any, spacing: Any, *args: Any, **named: Any
    ) -> Any:
        broken = original(text, style, context, max_width, spacing, *args, **named)
        _, length, resume_index, width, *_ = broken
        if resume_index is None or max_width is None or text[-1:] != " ":
            return broken
        ends_early = width < max_width / 2
        if not ends_early and width * len(text) > NEAR * length * max_width:
            return broken
        whole = original(text.rstrip(" "), style, context, max_width, spacing, *args, **named)
        return whole if whole[2] is None else broken

    inline.split_first_line = split_first_line
