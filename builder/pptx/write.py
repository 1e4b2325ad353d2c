"""Stage "write", second panel: the slide model in, the bytes of a .pptx file out."""

from __future__ import annotations

from collections.abc import Mapping

from builder.deck.model import Deck, LayoutPlaceholder, PlaceholderKind, SlideLayout
from builder.pptx.canvas import Canvas, Shared, share
from builder.pptx.known_parts import charts_in, write_part
from builder.pptx.names import ContentType, RelationshipType
from builder.pptx.package import Package, Part
from builder.pptx.parts.layout import layout_part
from builder.pptx.parts.master import master_part
from builder.pptx.parts.master_placeholders import master_placeholders
from builder.pptx.parts.presentation import (
    main_part,
    presentation_properties_part,
    table_styles_part,
    view_properties_part,
)
from builder.pptx.slides import add_notes_master, add_properties, add_theme, write_slides


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
    theme = add_theme(deck, package, 1)
    master, layouts = _add_master(deck, shared, theme)
    notes_master = add_notes_master(deck, shared, 2)
    write_slides(deck, shared, layouts, notes_master)
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
    add_properties(deck, package)
    return package.to_bytes()


def _add_master(deck: Deck, shared: Shared, theme: Part) -> tuple[Part, dict[str, Part]]:
    """Add master and layouts; return the master and the layouts by the theme's names."""
    package, placeholders = shared.package, master_placeholders(deck)
    master = package.add("/ppt/slideMasters/slideMaster1.xml", ContentType.MASTER)
    layouts: dict[str, Part] = {}
    for number, layout in enumerate(deck.layouts, 1):
        part = package.add(f"/ppt/slideLayouts/slideLayout{number}.xml", ContentType.LAYOUT)
        part.relationships.to(master, RelationshipType.MASTER)
        _write_layout(layout, placeholders, Canvas(part, shared))
        layouts[layout.name] = part
    references = [master.relationships.to(part, RelationshipType.LAYOUT) for part in layouts.values()]
    master.relationships.to(theme, RelationshipType.THEME)
    canvas = Canvas(master, shared)
    write_part(
        canvas,
        "master",
        (placeholders, references),
        lambda: master_part(placeholders, references, canvas),
    )
    return master, layouts


def _write_layout(
    layout: SlideLayout, placeholders: Mapping[PlaceholderKind, LayoutPlaceholder], canvas: Canvas
) -> None:
    write_part(
        canvas,
        ("layout", layout.name),
        (layout, placeholders, *charts_in(layout.decorations)),
        lambda: layout_part(layout, placeholders, canvas),
    )


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
