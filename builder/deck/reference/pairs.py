"""Areas of a layout that stand side by side."""

from __future__ import annotations

from itertools import combinations

from builder.deck.reference.model import TEXTS, ReferenceLayout, ReferencePlaceholder

Pair = tuple[ReferencePlaceholder, ReferencePlaceholder]

BESIDE = 0.5
"""Share of the lower one's height in which two areas must overlap to stand side by side."""


def find_pairs(layout: ReferenceLayout) -> list[Pair]:
    """Return the pairs of areas for text that stand side by side, the left one first."""
    texts = (area for area in layout.areas if area.type in TEXTS)
    return [
        (one, other) if one.rect and other.rect and one.rect.x <= other.rect.x else (other, one)
        for one, other in combinations(texts, 2)
        if side_by_side(one, other)
    ]


def largest(pairs: list[Pair]) -> Pair:
    """Return the pair that covers most."""
    return max(pairs, key=lambda pair: sum(one.rect.width * one.rect.height for one in pair if one.rect))


def side_by_side(one: ReferencePlaceholder, other: ReferencePlaceholder) -> bool:
    """Return whether two areas stand beside each other."""
    if one.rect is None or other.rect is None:
        return False
    left, right = sorted((one.rect, other.rect), key=lambda rect: rect.x)
    shared = min(left.bottom, right.bottom) - max(left.y, right.y)
    return left.right <= right.x and shared >= BESIDE * min(left.height, right.height)
