"""Stage "write" into a reference deck: the slide model and the file's parts in, the bytes of a .pptx file out."""

from __future__ import annotations

from collections.abc import Mapping

from builder.deck.model import Deck
from builder.deck.reference.kept import NO_SLIDES, KeptSlides
from builder.pptx.canvas import share
from builder.pptx.names import ContentType, RelationshipType
from builder.pptx.package import Part
from builder.pptx.parts.presentation import (
    presentation_properties_part,
    table_styles_part,
    view_properties_part,
)
from builder.pptx.reference.host import Host, open_host
from builder.pptx.reference.main_part import SlideRelations, complete_main_part
from builder.pptx.reference.numbers import read_int
from builder.pptx.reference.tree import PartTree
from builder.pptx.slides import add_notes_master, add_properties, write_slides

MEDIA = "slide-image"
"""What new pictures are named after, so that none has the name of one of the file's."""


_PROPERTIES = ContentType.PRESENTATION_PROPERTIES, RelationshipType.PRESENTATION_PROPERTIES
_VIEW = ContentType.VIEW_PROPERTIES, RelationshipType.VIEW_PROPERTIES
_STYLES = ContentType.TABLE_STYLES, RelationshipType.TABLE_STYLES


SLIDE_STEM = "/ppt/slides/slide"


def write_into(deck: Deck, members: Mapping[str, bytes], kept: KeptSlides = NO_SLIDES) -> bytes:
    """Return `deck` as a presentation on the masters, layouts and theme of the archive `members`, which was read.

    Of the file's own slides those in `kept` stay as they are, before and after ours; the others are left out, with what
    only they need. Everything that a master, a layout or the presentation refers to stays as it is.
    """
    host = open_host(PartTree(dict(members)), {slide.part for slide in kept})
    slides = {
        slide.key: host.package.add(f"{SLIDE_STEM}{number}.xml", ContentType.SLIDE)
        for number, slide in enumerate(deck.slides, host.package.highest(SLIDE_STEM) + 1)
    }
    shared = share(deck, host.package, slides, MEDIA)
    relate = host.presentation.relationships.to
    added = (
        None
        if host.notes_master
        else add_notes_master(deck, shared, host.package.highest("/ppt/theme/theme") + 1)
    )
    layouts = {layout.name: host.parts[layout.part] for layout in deck.layouts}
    first_number = read_int(host.root, "firstSlideNum", 1) + len(kept.first)
    write_slides(deck, shared, layouts, host.notes_master or added or host.presentation, first_number)
    own = [relate(part, RelationshipType.SLIDE) for part in slides.values()]
    first, last = ([host.slides[slide.part] for slide in some] for some in (kept.first, kept.last))
    host.presentation.data = complete_main_part(
        host.root,
        deck,
        SlideRelations(first, own, last),
        relate(added, RelationshipType.NOTES_MASTER) if added else "",
    )
    _add_settings(host)
    add_properties(deck, host.package, kept)
    return host.package.to_bytes()


def _add_settings(host: Host) -> None:
    """Add what the file's own slides made of the editor's state, anew."""
    made = (
        ("presProps", _PROPERTIES, presentation_properties_part()),
        ("viewProps", _VIEW, view_properties_part()),
        ("tableStyles", _STYLES, table_styles_part()),
    )
    for name, (content_type, kind), data in made:
        if f"/ppt/{name}.xml" not in host.package:
            part: Part = host.package.add(f"/ppt/{name}.xml", content_type, data)
            host.presentation.relationships.to(part, kind)
