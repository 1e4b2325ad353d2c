"""A part that shapes are drawn on (slide, layout, master, notes page), and what all of a deck's parts share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import quote

from builder.deck.model import Deck, ExternalLink, FontRole, LinkTarget
from builder.pptx.media import MediaStore
from builder.pptx.names import RelationshipType
from builder.pptx.package import Package, Part

CHART_STEMS = ("/ppt/charts/chart", "/ppt/embeddings/Microsoft_Excel_Sheet")
NOTES_STEM = "/ppt/notesSlides/notesSlide"
"""Names of parts without their numbers."""

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
    """

    part: Part
    shared: Shared
    slide_number: int | None = None

    @property
    def lang(self) -> str:
        """The language of every run."""
        return self.shared.lang

    @property
    def monospace(self) -> str:
        """The name of the fixed-width typeface."""
        return self.shared.monospace

    def relate(self, part: Part, kind: RelationshipType) -> str:
        """Return the id by which this part refers to `part`."""
        return self.part.relationships.to(part, kind)

    def relate_link(self, link: LinkTarget) -> str:
        """Return the id by which this part refers to what a hyperlink leads to."""
        if isinstance(link, ExternalLink):
            address = quote(link.href, safe=_URI_CHARACTERS)
            return self.part.relationships.to_external(address, RelationshipType.HYPERLINK)
        return self.relate(self.shared.slides[link.slide_key], RelationshipType.SLIDE)


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
