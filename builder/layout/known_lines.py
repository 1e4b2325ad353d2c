"""Break a text into lines once, where the same text is set in the same style and measure again.

Why: cells are measured for the widths of their columns and then set; a slide is tried with its sources in full and
in brief, on a layout and over several slides; the words are mostly the same ones.
"""

from __future__ import annotations

from typing import Any

LIMIT = 4_000
"""Lines, which keep their styles in memory, above which all are forgotten."""


class KnownLines:
    """First lines of texts, by all that they depend on; the style, named by its identity, is held with its line."""

    def __init__(self) -> None:
        self._lines: dict[tuple[Any, ...], tuple[Any, tuple[Any, ...]]] = {}

    def find(self, key: tuple[Any, ...]) -> tuple[Any, ...] | None:
        """Return a line with a layout of its own, for drawing changes it; None if the line is not known."""
        known = self._lines.get(key)
        return (_copy(known[1][0]), *known[1][1:]) if known else None

    def keep(self, key: tuple[Any, ...], style: Any, line: tuple[Any, ...]) -> None:
        """Keep a line."""
        if len(self._lines) >= LIMIT:
            self._lines = {}
        self._lines[key] = style, (_copy(line[0]), *line[1:])


def _copy(layout: Any) -> Any:
    """Return what `copy.copy` does, in a tenth of the time."""
    copied = object.__new__(type(layout))
    copied.__dict__.update(layout.__dict__)
    return copied


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 look for a line in the `known_lines` of the fonts, if they have any, before it is broken."""
    original = weasyprint.text.line_break.split_first_line

    def split_first_line(
        text: str, style: Any, context: Any, max_width: Any, spacing: Any,
        is_line_start: bool = True, minimum: bool = False,
    ) -> tuple[Any, ...]:  # fmt: skip
        lines: KnownLines | None = getattr(style.font_config, "known_lines", None)
        key = (id(style), text, max_width, spacing, is_line_start, minimum)
        if lines and (known := lines.find(key)):
            return known
        line: tuple[Any, ...] = original(text, style, context, max_width, spacing, is_line_start, minimum)
        if lines:
            lines.keep(key, style, line)
        return line

    for module in (weasyprint.text.line_break, weasyprint.layout.inline, weasyprint.layout.preferred):
        module.split_first_line = split_first_line
