"""What every presentation that we write has, whoever made its masters: slides, notes, properties."""

from __future__ import annotations

from builder.deck.model import Deck, Slide, SlideLayout
from builder.deck.reference.kept import NO_SLIDES, KeptSlides
from builder.pptx.canvas import NOTES_STEM, Canvas, Shared
from builder.pptx.known_parts import charts_in, write_part
from builder.pptx.names import ContentType, RelationshipType
from builder.pptx.package import Package, Part
from builder.pptx.parts.notes import notes_part
from builder.pptx.parts.notes_master import notes_master_part
from builder.pptx.parts.properties import app_properties_part, core_properties_part, custom_properties_part
from builder.pptx.parts.slide import slide_part
from builder.pptx.parts.theme import theme_part


def add_notes_master(deck: Deck, shared: Shared, number: int) -> Part:
    """Add a notes master, with a theme part of that number."""
    part = shared.package.add("/ppt/notesMasters/notesMaster1.xml", ContentType.NOTES_MASTER)
    theme = add_theme(deck, shared.package, number)
    part.relationships.to(theme, RelationshipType.THEME)
    part.data = notes_master_part(deck.size, Canvas(part, shared))
    return part


def add_theme(deck: Deck, package: Package, number: int) -> Part:
    """Add a theme part; each master has one of its own (ECMA-376 part 1, 14.2.7)."""
    return package.add(f"/ppt/theme/theme{number}.xml", ContentType.THEME, theme_part(deck.theme))


def write_slides(
    deck: Deck, shared: Shared, layouts: dict[str, Part], notes_master: Part, first_number: int = 1
) -> None:
    """Write every slide with its notes; `layouts` are the parts by the names of the deck's layouts.

    `first_number` is what the first one shows as its number.
    """
    by_name = {layout.name: layout for layout in deck.layouts}
    for number, slide in enumerate(deck.slides, first_number):
        part = shared.slides[slide.key]
        part.relationships.to(layouts[slide.layout], RelationshipType.LAYOUT)
        _write_slide(slide, by_name[slide.layout], Canvas(part, shared, number))
        if slide.notes:
            canvas = _add_notes(number - first_number + 1, number, part, notes_master, shared)
            _write_notes(slide, canvas)


def _write_slide(slide: Slide, layout: SlideLayout, canvas: Canvas) -> None:
    source = (slide.shapes, layout, *charts_in(slide.shapes))
    write_part(canvas, ("slide", slide.key), source, lambda: slide_part(slide, layout, canvas))


def _write_notes(slide: Slide, canvas: Canvas) -> None:
    write_part(canvas, ("notes", slide.key), slide.notes, lambda: notes_part(slide, canvas))


def _add_notes(index: int, number: int, owner: Part, notes_master: Part, shared: Shared) -> Canvas:
    part = shared.package.add(f"{NOTES_STEM}{shared.notes_before + index}.xml", ContentType.NOTES)
    part.relationships.to(notes_master, RelationshipType.NOTES_MASTER)
    part.relationships.to(owner, RelationshipType.SLIDE)
    owner.relationships.to(part, RelationshipType.NOTES)
    return Canvas(part, shared, number)


def add_properties(deck: Deck, package: Package, kept: KeptSlides = NO_SLIDES) -> None:
    """Add the document's properties; `kept` are slides of a reference deck."""
    core = package.add(
        "/docProps/core.xml", ContentType.CORE_PROPERTIES, core_properties_part(deck.properties)
    )
    package.relationships.to(core, RelationshipType.CORE_PROPERTIES)
    app = package.add("/docProps/app.xml", ContentType.APP_PROPERTIES, app_properties_part(deck, kept))
    package.relationships.to(app, RelationshipType.APP_PROPERTIES)
    if edition := deck.properties.edition:
        custom = package.add(
            "/docProps/custom.xml", ContentType.CUSTOM_PROPERTIES, custom_properties_part(edition)
        )
        package.relationships.to(custom, RelationshipType.CUSTOM_PROPERTIES)
