"""Two columns on a layout of a reference deck: its own pair of areas, or halves of what it has."""

from __future__ import annotations

from builder.deck.reference.model import ReferencePlaceholder
from builder.deck.reference.pairs import Pair, find_pairs, largest
from builder.deck.reference.region import Region, make_rect, union
from builder.deck.reference.space import Space
from builder.deck.reference.strips import cut_strips
from builder.units import Rect

HEADING = 0.064
"""Height of a column's heading as a share of the slide's height, where the layout has no place for it."""

COLUMN = 0.48
"""Share of the width that each column has where an area is halved."""


def find_columns(space: Space) -> list[Region]:
    """Return the regions of two columns, with their headings in a comparison, and the strips."""
    pairs = find_pairs(space.layout)
    if space.template == "comparison" and len(pairs) >= 2:
        heads, bodies = sorted(pairs[:2], key=lambda pair: pair[0].rect.y if pair[0].rect else 0)
        named = zip(("left-heading", "right-heading"), heads, strict=True)
        return [*(Region(name, one.rect, one) for name, one in named if one.rect), *_of_pair(space, bodies)]
    if pairs and space.template == "two-columns":
        return _of_pair(space, pairs[-1] if len(pairs) == 1 else largest(pairs))
    return _halves(space, pairs)


def _of_pair(space: Space, pair: Pair) -> list[Region]:
    places = [one.rect for one in pair if one.rect]
    inner, regions = cut_strips(space, union(places), pair[0])
    for name, one, rect in zip(("left", "right"), pair, places, strict=True):
        height = min(rect.bottom, inner.bottom) - rect.y
        moved = height < rect.height
        regions.append(Region(name, make_rect(rect.x, rect.y, rect.width, height), one, moved))
    return regions


def _halves(space: Space, pairs: list[Pair]) -> list[Region]:
    """Return two columns made of what the layout has: its two areas, or the halves of its one."""
    places, sources = _pieces(space, pairs)
    inner, regions = cut_strips(space, union(places), sources[0])
    head = space.share(HEADING) if space.template == "comparison" else 0
    for name, place, own in zip(("left", "right"), places, sources, strict=True):
        if head:
            regions.append(Region(f"{name}-heading", make_rect(place.x, inner.y, place.width, head)))
        lower = make_rect(place.x, inner.y + head, place.width, inner.bottom - inner.y - head)
        regions.append(Region(name, lower, own, moved=True))
    return regions


def _pieces(
    space: Space, pairs: list[Pair]
) -> tuple[list[Rect], tuple[ReferencePlaceholder, ReferencePlaceholder | None] | tuple[None, None]]:
    if pairs:
        pair = largest(pairs)
        return [one.rect for one in pair if one.rect], pair
    source, place = space.area()
    half = round(place.width * COLUMN)
    left = make_rect(place.x, place.y, half, place.height)
    right = make_rect(place.right - half, place.y, half, place.height)
    return [left, right], (source, None) if source else (None, None)
