"""What one placeholder says for all of its text: a list style of its own, instead of the same in every paragraph.

Why: where a slide's text is smaller than its layout's, whoever types on in that placeholder goes on in that size, and
one place says it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from builder.deck.model import Break, Paragraph, ParagraphStyle
from builder.pptx.drawing.styles import LEVELS, merge


def completed(paragraphs: tuple[Paragraph, ...], levels: tuple[ParagraphStyle, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs with all that they inherit from `levels`, so that they can be written on other ones."""
    return tuple(replace(node, style=merge(node.style, levels[_level(node)])) for node in paragraphs)


def local_levels(
    paragraphs: tuple[Paragraph, ...], levels: tuple[ParagraphStyle, ...]
) -> tuple[ParagraphStyle, ...]:
    """Return the levels as most of these completed paragraphs have them; of characters, only the size."""
    return tuple(
        _common([node for node in paragraphs if _level(node) == number], level)
        for number, level in enumerate(levels)
    )


def _common(paragraphs: list[Paragraph], level: ParagraphStyle) -> ParagraphStyle:
    if not paragraphs:
        return level
    styles = Counter(replace(node.style, run=level.run, rtl=level.rtl) for node in paragraphs)
    sizes: Counter[float | None] = Counter()
    for node in paragraphs:
        for run in node.runs:
            if not isinstance(run, Break):
                sizes[run.style.size_pt or node.style.run.size_pt] += len(run.text)
    size_pt = sizes.most_common(1)[0][0] if sizes else level.run.size_pt
    return replace(styles.most_common(1)[0][0], run=replace(level.run, size_pt=size_pt))


def _level(node: Paragraph) -> int:
    return min(node.level, LEVELS - 1)
