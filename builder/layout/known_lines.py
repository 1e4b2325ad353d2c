"""Break a text into lines once, where the same text is set in the same style and measure again.

Why: cells are measured for the widths of their columns and then set; a slide is tried with its sources in full and
in brief, on a layout and over several slides; a drawing sets its texts letter by letter; and of a report that is laid
out again nearly all lines are those of the last one.
"""

from __future__ import annotations

import functools
import sys
from typing import Any

LIMIT = 4_000
"""Lines, of some 3 kB each, above which those that nobody has asked for since as many before are forgotten."""


class KnownLines:
    """First lines of texts, by all that they depend on; the style, named by its identity, is held with its line."""

    def __init__(self) -> None:
        self._lines: dict[tuple[Any, ...], tuple[Any, tuple[Any, ...]]] = {}
        self._before: dict[tuple[Any, ...], tuple[Any, tuple[Any, ...]]] = {}

    def find(self, key: tuple[Any, ...]) -> tuple[Any, ...] | None:
        """Return a line with a layout of its own, for drawing changes it; None if the line is not known."""
        known = self._lines.get(key)
        if known is None:
            known = self._before.get(key)
            if known is None:
                return None
            self._add(key, known)
        return (_copy(known[1][0]), *known[1][1:])

    def keep(self, key: tuple[Any, ...], style: Any, line: tuple[Any, ...]) -> None:
        """Keep a line."""
        self._add(key, (style, (_copy(line[0]), *line[1:])))

    def _add(self, key: tuple[Any, ...], known: tuple[Any, tuple[Any, ...]]) -> None:
        if len(self._lines) >= LIMIT:
            self._before, self._lines = self._lines, {}
        self._lines[key] = known


def _copy(layout: Any) -> Any:
    """Return what `copy.copy` does, in a tenth of the time."""
    copied = object.__new__(type(layout))
    copied.__dict__.update(layout.__dict__)
    return copied


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 look for a line in the `known_lines` of the fonts, if they have any, before it is broken.

    Whether a text can be broken at all, which depends on its language alone, is known whatever the fonts.
    """
    original = weasyprint.text.line_break.split_first_line
    drawn = sys.modules["weasyprint.svg.text"].Style  # the name in its package is a function's

    def name_of(style: Any) -> object:
        """Return what tells a style from others; each text of a drawing has one of its own, of few values."""
        if type(style) is not drawn:
            return id(style)
        own = (style["font_style"], style["font_weight"], style["font_size"], style["direction"])
        return (*style["font_family"], *own)

    def split_first_line(
        text: str, style: Any, context: Any, max_width: Any, spacing: Any,
        is_line_start: bool = True, minimum: bool = False,
    ) -> tuple[Any, ...]:  # fmt: skip
        lines: KnownLines | None = getattr(style.font_config, "known_lines", None)
        key = (name_of(style), text, max_width, spacing, is_line_start, minimum)
        if lines and (known := lines.find(key)):
            return known
        line: tuple[Any, ...] = original(text, style, context, max_width, spacing, is_line_start, minimum)
        if lines:
            lines.keep(key, style, line)
        return line

    can_break_text = functools.lru_cache(LIMIT)(weasyprint.text.line_break.can_break_text)
    for module in (weasyprint.text.line_break, weasyprint.layout.inline, weasyprint.layout.preferred):
        module.split_first_line, module.can_break_text = split_first_line, can_break_text
