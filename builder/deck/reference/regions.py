"""Where things stand on a slide of a reference deck: its placeholders' rectangles, and strips beside them.

The names are those of the vocabulary of deck templates (`builder.deck.layouts`, and the frames main, left, right).
"""

from __future__ import annotations

from builder.deck.reference.columns import find_columns
from builder.deck.reference.model import TEXTS, TITLES, ReferenceLayout, ReferencePlaceholder
from builder.deck.reference.region import Region, make_rect
from builder.deck.reference.space import Space
from builder.deck.reference.strips import COMPACT_NOTE, NOTE, cut_strips
from builder.units import Size

DETAILS = 0.14
"""Height of the strip for authors and date on a title slide, as a share of the slide's height."""

UPPER = 0.58
"""Share of the main part's height for points that something else stands below."""

SIDES = ("two-columns", "comparison")


def find_regions(
    template: str, layout: ReferenceLayout, size: Size, *, compact: bool = False
) -> tuple[Region, ...]:
    """Return the regions of a slide whose template is `template` on `layout`; a compact one has more room for notes."""
    space = Space(template, layout, size, COMPACT_NOTE if compact else NOTE)
    title = layout.find(*TITLES)
    named = (
        ("center-title" if template == "title" else "title", title),
        ("footer", layout.find("ftr")),
        ("slide-number", layout.find("sldNum")),
    )
    fixed = (Region(name, one.rect, one) for name, one in named if one and one.rect)
    if template == "title":
        return (*fixed, *_below_title(space, title))
    return tuple(fixed) if template == "section" else (*fixed, *_main(space))


def _below_title(space: Space, title: ReferencePlaceholder | None) -> list[Region]:
    """Return the subtitle, and the strip for authors and date at the foot of its place or of the slide."""
    texts = [area for area in space.layout.areas if area.type in TEXTS]
    subtitle = space.layout.find("subTitle") or (texts[0] if texts else None)
    details = _details(space, [area for area in texts if area is not subtitle], subtitle or title)
    if subtitle is None or subtitle.rect is None:
        free = space.free()
        return [Region("subtitle", make_rect(free.x, free.y, free.width, space.share(DETAILS))), details]
    place = subtitle.rect
    if details.source is None and place.y < details.rect.y < place.bottom:
        place = make_rect(place.x, place.y, place.width, details.rect.y - place.y)
    return [Region("subtitle", place, subtitle), details]


def _details(space: Space, texts: list[ReferencePlaceholder], beside: ReferencePlaceholder | None) -> Region:
    if texts and texts[0].rect:
        return Region("details", texts[0].rect, texts[0])
    wide = beside.rect if beside and beside.rect else space.free()
    height = space.share(DETAILS)
    return Region("details", make_rect(wide.x, space.floor - height, wide.width, height))


def _main(space: Space) -> list[Region]:
    """Return the strips around the main part, and what is in it."""
    if space.template in SIDES:
        return find_columns(space)
    source, whole = space.area()
    place, strips = cut_strips(space, whole, source)
    if space.template not in ("content-above", "content-below"):
        return [*strips, Region("main", place, source)]
    middle = place.y + round(place.height * UPPER)
    upper = make_rect(place.x, place.y, place.width, middle - place.y - space.share(0.02))
    lower = make_rect(place.x, middle, place.width, place.bottom - middle)
    body, main = (lower, upper) if space.template == "content-below" else (upper, lower)
    return [*strips, Region("body", body, source, moved=True), Region("main", main)]
