"""A part that shapes are drawn on (slide, layout, master, notes page), and what all of a deck's parts share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias
from urllib.parse import quote

from builder.deck.model import Deck, ExternalLink, FontRole, LinkTarget
from builder.model.resolved import Picture
from builder.pptx.media import MediaStore
from builder.pptx.names import RelationshipType
from builder.pptx.package import Package, Part
from builder.resolve.charts.plan import ChartPlan

CHART_STEMS = ("/ppt/charts/chart", "/ppt/embeddings/Microsoft_Excel_Sheet")
NOTES_STEM = "/ppt/notesSlides/notesSlide"
"""Names of parts without their numbers."""

Need: TypeAlias = LinkTarget | Picture | ChartPlan
"""What a part refers to in another part or outside of the package."""

_URI_CHARACTERS = "!#$%&'()*+,/:;=?@[]~"  # RFC 3986, 2.2 and 2.3, and what is escaped already


@dataclass(frozen=True, slots=True)
class Shared:
    """What all parts of one deck share.

    Attributes:
        monospace: name of the fixed-width typeface.
        slides: the slides' parts by the slides' keys.
        chart_numbers: of the next charts. notes_before: how many numbers of notes are taken.
    """

    package: Package
    media: MediaStore
    lang: str
    monospace: str
    slides: Mapping[str, Part]
    chart_numbers: Iterator[int] = field(default_factory=lambda: count(1))
    notes_before: int = 0


@dataclass(frozen=True, slots=True)
class Canvas:
    """A part, and the relationships that its shapes need.

    Attributes:
        slide_number: of the slide that the part is or belongs to; None for layouts and masters.
        needs: all that was referred to so far, in that order, from which the ids of relationships follow.
    """

    part: Part
    shared: Shared
    slide_number: int | None = None
    needs: list[Need] = field(default_factory=list)

    @property
    def lang(self) -> str:
        """The language of every run."""
        return self.shared.lang

    @property
    def monospace(self) -> str:
        """The name of the fixed-width typeface."""
        return self.shared.monospace

    def require(self, need: Need) -> tuple[str, ...]:
        """Return the ids by which this part refers to what it needs, of which the package makes parts.

        A picture has one more for its vector, if it is one.
        """
        self.needs.append(need)
        match need:
            case ChartPlan():
                return (self._add_chart(need),)
            case Picture():
                return tuple(
                    self._relate(part, RelationshipType.IMAGE) for part in self.shared.media.parts(need)
                )
            case ExternalLink():
                address = quote(need.href, safe=_URI_CHARACTERS)
                return (self.part.relationships.to_external(address, RelationshipType.HYPERLINK),)
            case _:
                return (self._relate(self.shared.slides[need.slide_key], RelationshipType.SLIDE),)

    def _relate(self, part: Part, kind: RelationshipType) -> str:
        return self.part.relationships.to(part, kind)

    def _add_chart(self, plan: ChartPlan) -> str:
        from builder.pptx.charts import add_chart

        shared = self.shared
        return add_chart(shared.package, self.part, plan, number=next(shared.chart_numbers), lang=shared.lang)


def share(deck: Deck, package: Package, slides: Mapping[str, Part], media: str = "image") -> Shared:
    """Return what the parts of `deck` share in `package`, whose new pictures are named after `media`."""
    names = {font.role: font.name for font in deck.theme.fonts}
    return Shared(
        package=package,
        media=MediaStore(package, media),
        lang=deck.properties.lang,
        monospace=names.get(FontRole.MONOSPACE, names[FontRole.BODY]),
        slides=slides,
        chart_numbers=count(package.highest(*CHART_STEMS) + 1),
        notes_before=package.highest(NOTES_STEM),
    )
