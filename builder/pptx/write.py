"""Stage "write", second panel: the slide model in, the bytes of a .pptx file out."""

from __future__ import annotations

from builder.deck.model import Deck, Slide
from builder.pptx.canvas import Canvas, Shared, share
from builder.pptx.names import ContentType, RelationshipType
from builder.pptx.package import Package, Part
from builder.pptx.parts.layout import layout_part
from builder.pptx.parts.master import master_part
from builder.pptx.parts.master_placeholders import master_placeholders
from builder.pptx.parts.notes import notes_part
from builder.pptx.parts.notes_master import notes_master_part
from builder.pptx.parts.presentation import (
    main_part,
    presentation_properties_part,
    table_styles_part,
    view_properties_part,
)
from builder.pptx.parts.properties import app_properties_part, core_properties_part, custom_properties_part
from builder.pptx.parts.slide import slide_part
from builder.pptx.parts.theme import theme_part


def write_deck(deck: Deck) -> bytes:
    """Return `deck` as a presentation: the same bytes for the same deck, in time linear in its slides."""
    package = Package()
    presentation = package.add("/ppt/presentation.xml", ContentType.PRESENTATION)
    package.relationships.to(presentation, RelationshipType.PRESENTATION)
    slides = {
        slide.key: package.add(f"/ppt/slides/slide{number}.xml", ContentType.SLIDE)
        for number, slide in enumerate(deck.slides, 1)
    }
    shared = share(deck, package, slides)
    theme = _add_theme(deck, package, 1)
    master, layouts = _add_master(deck, shared, theme)
    notes_master = _add_notes_master(deck, shared)
    _write_slides(deck, shared, layouts, notes_master)
    relate = presentation.relationships.to
    presentation.data = main_part(
        deck,
        master=relate(master, RelationshipType.MASTER),
        slides=[relate(part, RelationshipType.SLIDE) for part in slides.values()],
        notes_master=relate(notes_master, RelationshipType.NOTES_MASTER),
        monospace=shared.monospace,
    )
    relate(theme, RelationshipType.THEME)
    _add_settings(package, presentation)
    _add_properties(deck, package)
    return package.to_bytes()


def _add_master(deck: Deck, shared: Shared, theme: Part) -> tuple[Part, dict[str, Part]]:
    """Add master and layouts; return the master and the layouts by the theme's names."""
    package, placeholders = shared.package, master_placeholders(deck)
    master = package.add("/ppt/slideMasters/slideMaster1.xml", ContentType.MASTER)
    layouts: dict[str, Part] = {}
    for number, layout in enumerate(deck.layouts, 1):
        part = package.add(f"/ppt/slideLayouts/slideLayout{number}.xml", ContentType.LAYOUT)
        part.relationships.to(master, RelationshipType.MASTER)
        part.data = layout_part(layout, placeholders, Canvas(part, shared))
        layouts[layout.name] = part
    references = [master.relationships.to(part, RelationshipType.LAYOUT) for part in layouts.values()]
    master.relationships.to(theme, RelationshipType.THEME)
    master.data = master_part(placeholders, references, Canvas(master, shared))
    return master, layouts


def _add_notes_master(deck: Deck, shared: Shared) -> Part:
    part = shared.package.add("/ppt/notesMasters/notesMaster1.xml", ContentType.NOTES_MASTER)
    theme = _add_theme(deck, shared.package, 2)
    part.relationships.to(theme, RelationshipType.THEME)
    part.data = notes_master_part(deck.size, Canvas(part, shared))
    return part


def _add_theme(deck: Deck, package: Package, number: int) -> Part:
    """Add a theme part; each master has one of its own (ECMA-376 part 1, 14.2.7)."""
    return package.add(f"/ppt/theme/theme{number}.xml", ContentType.THEME, theme_part(deck.theme))


def _write_slides(deck: Deck, shared: Shared, layouts: dict[str, Part], notes_master: Part) -> None:
    by_name = {layout.name: layout for layout in deck.layouts}
    for number, slide in enumerate(deck.slides, 1):
        part = shared.slides[slide.key]
        part.relationships.to(layouts[slide.layout], RelationshipType.LAYOUT)
        part.data = slide_part(slide, by_name[slide.layout], Canvas(part, shared, number))
        if slide.notes:
            _add_notes(slide, number, part, notes_master, shared)


def _add_notes(slide: Slide, number: int, owner: Part, notes_master: Part, shared: Shared) -> None:
    part = shared.package.add(f"/ppt/notesSlides/notesSlide{number}.xml", ContentType.NOTES)
    part.relationships.to(notes_master, RelationshipType.NOTES_MASTER)
    part.relationships.to(owner, RelationshipType.SLIDE)
    owner.relationships.to(part, RelationshipType.NOTES)
    part.data = notes_part(slide, Canvas(part, shared, number))


def _add_settings(package: Package, presentation: Part) -> None:
    """Add what stands beside the presentation part."""
    properties = package.add(
        "/ppt/presProps.xml", ContentType.PRESENTATION_PROPERTIES, presentation_properties_part()
    )
    presentation.relationships.to(properties, RelationshipType.PRESENTATION_PROPERTIES)
    view = package.add("/ppt/viewProps.xml", ContentType.VIEW_PROPERTIES, view_properties_part())
    presentation.relationships.to(view, RelationshipType.VIEW_PROPERTIES)
    styles = package.add("/ppt/tableStyles.xml", ContentType.TABLE_STYLES, table_styles_part())
    presentation.relationships.to(styles, RelationshipType.TABLE_STYLES)


def _add_properties(deck: Deck, package: Package) -> None:
    core = package.add(
        "/docProps/core.xml", ContentType.CORE_PROPERTIES, core_properties_part(deck.properties)
    )
    package.relationships.to(core, RelationshipType.CORE_PROPERTIES)
    app = package.add("/docProps/app.xml", ContentType.APP_PROPERTIES, app_properties_part(deck))
    package.relationships.to(app, RelationshipType.APP_PROPERTIES)
    if edition := deck.properties.edition:
        custom = package.add(
            "/docProps/custom.xml", ContentType.CUSTOM_PROPERTIES, custom_properties_part(edition)
        )
        package.relationships.to(custom, RelationshipType.CUSTOM_PROPERTIES)
