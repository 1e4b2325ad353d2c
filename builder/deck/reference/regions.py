"""Where things stand on a slide of a reference deck: its placeholders' rectangles, and strips beside them.

The names are those of the vocabulary of deck templates (`builder.deck.layouts`, and the frames main, left, right).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

from builder.deck.model import Anchor
from builder.deck.reference.model import TEXTS, TITLES, ReferenceLayout, ReferencePlaceholder
from builder.units import Length, Rect, Size

CAPTION, NOTE, SOURCES, DETAILS, HEADING = 0.054, 0.062, 0.062, 0.14, 0.064
COMPACT_NOTE = 0.15
"""Heights of the strips that reference decks have no placeholders for, as shares of the slide's height."""

FOOT = 0.8
"""Share of the slide's height below which its footers stand; others do not bound the main part."""

MARGIN = 0.05
"""Share of the slide's width left free on either side where no placeholder says where things stand."""

UPPER = 0.58
"""Share of the main part's height for points that something else stands below."""

CAPTIONED = ("table", "chart", "figure")
NOTED = ("chart", "figure", "two-columns", "comparison")
SIDES = ("two-columns", "comparison")


@dataclass(frozen=True, slots=True)
class Region:
    """A place by its name.

    Attributes:
        source: the placeholder that fills it; None for what stands in no placeholder.
        moved: whether slides put that elsewhere than the layout does.
    """

    name: str
    rect: Rect
    source: ReferencePlaceholder | None = None
    moved: bool = False


def find_regions(
    template: str, layout: ReferenceLayout, size: Size, *, compact: bool = False
) -> tuple[Region, ...]:
    """Return the regions of a slide whose template is `template` on `layout`; a compact one has more room for notes."""
    return tuple(_Slide(template, layout, size, COMPACT_NOTE if compact else NOTE).regions())


@dataclass(frozen=True, slots=True)
class _Slide:
    template: str
    layout: ReferenceLayout
    size: Size
    note: float

    def regions(self) -> list[Region]:
        title = self.layout.find(*TITLES)
        found = []
        if title and title.rect:
            found.append(Region("center-title" if self.template == "title" else "title", title.rect, title))
        for name, type in (("footer", "ftr"), ("slide-number", "sldNum")):
            source = self.layout.find(type)
            if source and source.rect:
                found.append(Region(name, source.rect, source))
        if self.template == "title":
            return [*found, *self._below_title()]
        return found if self.template == "section" else [*found, *self._main()]

    @property
    def _floor(self) -> int:
        """Where the foot of the layout begins."""
        feet = (self.layout.find(type) for type in ("dt", "ftr", "sldNum"))
        tops = [one.rect.y for one in feet if one and one.rect and one.rect.y > FOOT * self.size.height]
        return min([*tops, round(0.96 * self.size.height)])

    def _share(self, share: float) -> int:
        return round(share * self.size.height)

    def _below_title(self) -> list[Region]:
        """Return the subtitle, and the strip for authors and date at the foot of its place or of the slide."""
        texts = [area for area in self.layout.areas if area.type in TEXTS]
        subtitle = self.layout.find("subTitle") or (texts[0] if texts else None)
        others = [area for area in texts if area is not subtitle]
        if others and others[0].rect:
            details = Region("details", others[0].rect, others[0])
        else:
            title = self.layout.find(*TITLES)
            beside = subtitle or title
            wide = beside.rect if beside and beside.rect else self._free()
            top = self._floor - self._share(DETAILS)
            details = Region("details", _rect(wide.x, top, wide.width, self._share(DETAILS)))
        if subtitle is None or subtitle.rect is None:
            free = self._free()
            return [Region("subtitle", _rect(free.x, free.y, free.width, self._share(DETAILS))), details]
        place = subtitle.rect
        if details.source is None and place.y < details.rect.y < place.bottom:
            place = _rect(place.x, place.y, place.width, details.rect.y - place.y)
        return [Region("subtitle", place, subtitle), details]

    def _main(self) -> list[Region]:
        """Return the strips around the main part, and what is in it."""
        if self.template in SIDES:
            return self._sides()
        source, place = self._area()
        place, strips = self._with_strips(place, source)
        if self.template in ("content-above", "content-below"):
            middle = place.y + round(place.height * UPPER)
            gap = self._share(0.02)
            upper = _rect(place.x, place.y, place.width, middle - place.y - gap)
            lower = _rect(place.x, middle, place.width, place.bottom - middle)
            if self.template == "content-below":
                upper, lower = replace(lower), replace(upper)
            return [*strips, Region("body", upper, source, moved=True), Region("main", lower)]
        return [*strips, Region("main", place, source)]

    def _area(self) -> tuple[ReferencePlaceholder | None, Rect]:
        """Return the largest placeholder for what the template shows, and its place; else the free part."""
        types = {"table": {"tbl"}, "chart": {"chart"}, "figure": {"pic"}}.get(self.template, TEXTS)
        fit = [area for area in self.layout.areas if area.type in types and area.rect]
        if fit:
            source = max(fit, key=lambda area: area.rect.width * area.rect.height if area.rect else 0)
            if source.rect:
                return source, source.rect
        places = [area.rect for area in self.layout.areas if area.rect]
        return None, _union(places) if places else self._free()

    def _free(self) -> Rect:
        """Return the larger part of the slide above or below its title, as wide as a wide title."""
        title = self.layout.find(*TITLES)
        edge = round(MARGIN * self.size.width)
        left, width = edge, self.size.width - 2 * edge
        if title is None or title.rect is None:
            return _rect(left, edge, width, self._floor - edge)
        if title.rect.width > self.size.width // 2:
            left, width = title.rect.x, title.rect.width
        gap = self._share(0.02)
        below, above = self._floor - title.rect.bottom - gap, title.rect.y - edge - gap
        if below >= above:
            return _rect(left, title.rect.bottom + gap, width, below)
        return _rect(left, edge, width, above)

    def _with_strips(self, place: Rect, source: ReferencePlaceholder | None) -> tuple[Rect, list[Region]]:
        """Return what the strips leave of the main part, and the strips: caption above, note and sources below."""
        strips = []
        top, bottom = int(place.y), int(place.bottom)
        strip = bottom
        if self.template in CAPTIONED:
            strips.append(Region("caption", _rect(place.x, top, place.width, self._share(CAPTION))))
            top += self._share(CAPTION)
        if self.template != "references":
            floor = max(self._floor, min(place.bottom, self.size.height))
            strip = floor - self._share(SOURCES)
            strips.append(Region("sources", _rect(place.x, strip, place.width, self._share(SOURCES))))
            taken = max(0, bottom - strip)
            bottom -= taken * (2 if source and source.anchor is not Anchor.TOP else 1)
        if self.template in NOTED:
            bottom = min(bottom, strip) - self._share(self.note)
            strips.append(Region("note", _rect(place.x, bottom, place.width, self._share(self.note))))
        return _rect(place.x, top, place.width, bottom - top), strips

    def _sides(self) -> list[Region]:
        pairs = _pairs(self.layout)
        if self.template == "comparison" and len(pairs) >= 2:
            heads, bodies = sorted(pairs[:2], key=lambda pair: pair[0].rect.y if pair[0].rect else 0)
            named = zip(("left-heading", "right-heading"), heads, strict=True)
            return [*(Region(name, one.rect, one) for name, one in named if one.rect), *self._columns(bodies)]
        if pairs and self.template == "two-columns":
            return self._columns(pairs[-1] if len(pairs) == 1 else _largest(pairs))
        return self._halves(pairs)

    def _columns(self, pair: tuple[ReferencePlaceholder, ReferencePlaceholder]) -> list[Region]:
        places = [one.rect for one in pair if one.rect]
        inner, regions = self._with_strips(_union(places), pair[0])
        for name, one, rect in zip(("left", "right"), pair, places, strict=True):
            height = min(rect.bottom, inner.bottom) - rect.y
            moved = height < rect.height
            regions.append(Region(name, _rect(rect.x, rect.y, rect.width, height), one, moved))
        return regions

    def _halves(self, pairs: list[tuple[ReferencePlaceholder, ReferencePlaceholder]]) -> list[Region]:
        """Return two columns made of what the layout has: its two areas, or the halves of its one."""
        if pairs:
            places = tuple(one.rect for one in _largest(pairs) if one.rect)
            sources: tuple[ReferencePlaceholder | None, ...] = _largest(pairs)
        else:
            source, place = self._area()
            half = round(place.width * 0.48)
            places = (
                _rect(place.x, place.y, half, place.height),
                _rect(place.right - half, place.y, half, place.height),
            )
            sources = (source, None)
        inner, strips = self._with_strips(_union(list(places)), sources[0])
        head = self._share(HEADING) if self.template == "comparison" else 0
        regions = list(strips)
        for name, place, own in zip(("left", "right"), places, sources, strict=True):
            if head:
                regions.append(Region(f"{name}-heading", _rect(place.x, inner.y, place.width, head)))
            lower = _rect(place.x, inner.y + head, place.width, inner.bottom - inner.y - head)
            regions.append(Region(name, lower, own, moved=True))
        return regions


def _pairs(layout: ReferenceLayout) -> list[tuple[ReferencePlaceholder, ReferencePlaceholder]]:
    """Return the pairs of areas that stand side by side, the left one first."""
    return [
        (one, other) if one.rect and other.rect and one.rect.x <= other.rect.x else (other, one)
        for one, other in combinations(layout.areas, 2)
        if side_by_side(one, other) and {one.type, other.type} <= TEXTS
    ]


def _largest(
    pairs: list[tuple[ReferencePlaceholder, ReferencePlaceholder]],
) -> tuple[ReferencePlaceholder, ReferencePlaceholder]:
    return max(pairs, key=lambda pair: sum(one.rect.width * one.rect.height for one in pair if one.rect))


BESIDE = 0.5
"""Share of the lower one's height in which two areas must overlap to stand side by side."""


def side_by_side(one: ReferencePlaceholder, other: ReferencePlaceholder) -> bool:
    """Return whether two areas stand beside each other."""
    if one.rect is None or other.rect is None:
        return False
    left, right = sorted((one.rect, other.rect), key=lambda rect: rect.x)
    shared = min(left.bottom, right.bottom) - max(left.y, right.y)
    return left.right <= right.x and shared >= BESIDE * min(left.height, right.height)


def _rect(x: int, y: int, width: int, height: int) -> Rect:
    return Rect(Length(x), Length(y), Length(max(0, width)), Length(max(0, height)))


def _union(rects: list[Rect]) -> Rect:
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return _rect(left, top, right - left, bottom - top)
