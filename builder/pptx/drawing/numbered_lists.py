"""Numbered lists: one sequence, one start, so that an inserted item renumbers those after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.deck.model import Bullet, Paragraph, ParagraphStyle
from builder.pptx.drawing.styles import LEVELS


@dataclass(slots=True)
class _Sequence:
    """Items counted so far at one level."""

    bullet: Bullet
    count: int = 1

    def continues_with(self, bullet: Bullet) -> bool:
        return (
            bullet.numbering == self.bullet.numbering and bullet.start_at == self.bullet.start_at + self.count
        )


def join_sequences(
    paragraphs: tuple[Paragraph, ...], levels: tuple[ParagraphStyle, ...]
) -> Iterator[Paragraph]:
    """Yield the paragraphs; an item whose number follows from the one before it gets that list's start.

    Programs count neighbours on as long as numbering and start are the same (ECMA-376 part 1, 21.1.2.4.1).
    """
    sequences: dict[int, _Sequence] = {}
    for node in paragraphs:
        level = min(node.level, LEVELS - 1)
        sequences = {outer: sequence for outer, sequence in sequences.items() if outer <= level}
        bullet = node.style.bullet or levels[level].bullet
        if not isinstance(bullet, Bullet) or not bullet.numbering:
            sequences.pop(level, None)
            yield node
            continue
        known = sequences.get(level)
        if known and known.continues_with(bullet):
            known.count += 1
            bullet = replace(bullet, start_at=known.bullet.start_at)
        else:
            sequences[level] = _Sequence(bullet)
        yield replace(node, style=replace(node.style, bullet=bullet))
