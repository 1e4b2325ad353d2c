"""The room that a layout of a reference deck leaves for what a template shows."""

from __future__ import annotations

from dataclasses import dataclass

from builder.deck.reference.model import TEXTS, TITLES, ReferenceLayout, ReferencePlaceholder
from builder.deck.reference.region import make_rect, union
from builder.units import Rect, Size

FOOT = 0.8
"""Share of the slide's height below which its footers stand; others do not bound the main part."""

MARGIN = 0.05
"""Share of the slide's width left free on either side where no placeholder says where things stand."""

_OBJECTS = {"table": {"tbl"}, "chart": {"chart"}, "figure": {"pic"}}


@dataclass(frozen=True, slots=True)
class Space:
    """A slide whose template is `template` on `layout`; `note` is the height of notes, as a share of the slide's."""

    template: str
    layout: ReferenceLayout
    size: Size
    note: float

    @property
    def floor(self) -> int:
        """Where the foot of the layout begins."""
        feet = (self.layout.find(type) for type in ("dt", "ftr", "sldNum"))
        tops = [one.rect.y for one in feet if one and one.rect and one.rect.y > FOOT * self.size.height]
        return min([*tops, round(0.96 * self.size.height)])

    def share(self, share: float) -> int:
        """Return a share of the slide's height."""
        return round(share * self.size.height)

    def area(self) -> tuple[ReferencePlaceholder | None, Rect]:
        """Return the largest placeholder for what the template shows, and its place; else the free part."""
        types = _OBJECTS.get(self.template, TEXTS)
        fit = [(area, area.rect) for area in self.layout.areas if area.type in types and area.rect]
        if fit:
            return max(fit, key=lambda pair: pair[1].width * pair[1].height)
        places = [area.rect for area in self.layout.areas if area.rect]
        return None, union(places) if places else self.free()

    def free(self) -> Rect:
        """Return the larger part of the slide above or below its title, as wide as a wide title."""
        title = self.layout.find(*TITLES)
        edge = round(MARGIN * self.size.width)
        left, width = edge, self.size.width - 2 * edge
        if title is None or title.rect is None:
            return make_rect(left, edge, width, self.floor - edge)
        if title.rect.width > self.size.width // 2:
            left, width = title.rect.x, title.rect.width
        gap = self.share(0.02)
        below, above = self.floor - title.rect.bottom - gap, title.rect.y - edge - gap
        if below >= above:
            return make_rect(left, title.rect.bottom + gap, width, below)
        return make_rect(left, edge, width, above)
