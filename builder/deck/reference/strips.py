"""Strips beside the main part, for what reference decks have no placeholders for: caption, note, sources."""

from __future__ import annotations

from builder.deck.model import Anchor
from builder.deck.reference.model import ReferencePlaceholder
from builder.deck.reference.region import Region, make_rect
from builder.deck.reference.space import Space
from builder.units import Rect

CAPTION, NOTE, SOURCES = 0.054, 0.062, 0.062
COMPACT_NOTE = 0.15
"""Heights as shares of the slide's height."""

CAPTIONED = ("table", "chart", "figure")
NOTED = ("chart", "figure", "two-columns", "comparison")


def cut_strips(space: Space, place: Rect, source: ReferencePlaceholder | None) -> tuple[Rect, list[Region]]:
    """Return what the strips leave of a place, and the strips: caption above, note and sources below."""
    strips = []
    top, bottom = int(place.y), int(place.bottom)
    strip = bottom
    if space.template in CAPTIONED:
        strips.append(Region("caption", make_rect(place.x, top, place.width, space.share(CAPTION))))
        top += space.share(CAPTION)
    if space.template != "references":
        floor = max(space.floor, min(place.bottom, space.size.height))
        strip = floor - space.share(SOURCES)
        strips.append(Region("sources", make_rect(place.x, strip, place.width, space.share(SOURCES))))
        taken = max(0, bottom - strip)
        bottom -= taken * (2 if source and source.anchor is not Anchor.TOP else 1)
    if space.template in NOTED:
        bottom = min(bottom, strip) - space.share(space.note)
        strips.append(Region("note", make_rect(place.x, bottom, place.width, space.share(space.note))))
    return make_rect(place.x, top, place.width, bottom - top), strips
