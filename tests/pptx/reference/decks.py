"""Reference decks as companies have them, made with python-pptx from its own template."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pptx
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.slide import SlideLayoutPart, SlideMasterPart
from pptx.presentation import Presentation
from pptx.util import Inches

from builder.pptx.names import OFFICE, A, P, R
from tests.pptx.reference.company import company

FONT = Path(__file__).resolve().parents[3] / "templates" / "clinical" / "fonts" / "Caladea-Bold.ttf"


def default() -> Presentation:
    """PowerPoint's own default, 4:3, with eleven layouts."""
    return pptx.Presentation()


def wide() -> Presentation:
    """The default stretched to 16:9, with two slides of somebody's on it."""
    deck = default()
    factor = Inches(13.333) / deck.slide_width
    deck.slide_width = Inches(13.333)
    places = []
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for shape in sheet.placeholders:
            left, top, width, height = shape.left, shape.top, shape.width, shape.height
            places.append((shape, round(left * factor), top, round(width * factor), height))
    for shape, *place in places:
        shape.left, shape.top, shape.width, shape.height = place
    for layout in deck.slide_layouts[0], deck.slide_layouts[1]:
        deck.slides.add_slide(layout).shapes.title.text = "Somebody's own slide"
    return deck


def moved() -> Presentation:
    """Layouts in another order, under names of another language."""
    deck = default()
    names = deck.slide_master.element.sldLayoutIdLst
    names.append(names[0])
    for number, layout in enumerate(deck.slide_layouts):
        layout.element.cSld.set("name", f"Folie {number}")
    return deck


def few() -> Presentation:
    """Only a title slide and one with a title and content are left."""
    deck = default()
    for layout in list(deck.slide_layouts)[2:]:
        deck.slide_layouts.remove(layout)
    return deck


def untitled() -> Presentation:
    """No layout has a title."""
    deck = default()
    for layout in deck.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.placeholder_format.idx == 0:
                shape.element.getparent().remove(shape.element)
    return deck


def in_font(name: str, deck: Presentation | None = None) -> Presentation:
    """Headings and text are in the font `name`."""
    deck = deck or default()
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(
        b'<a:latin typeface="Calibri"/>', f'<a:latin typeface="{name}"/>'.encode()
    )
    return deck


def some_untitled() -> Presentation:
    """The layout for a title and content has no title; that for two contents has."""
    deck = default()
    title = deck.slide_layouts[1].placeholders[0].element
    title.getparent().remove(title)
    return deck


def embedding() -> Presentation:
    """The file brings its own font along, as PowerPoint embeds it."""
    deck = default()
    part = Part(
        PackURI("/ppt/fonts/font1.fntdata"), "application/x-fontdata", deck.part.package, FONT.read_bytes()
    )
    font = deck.part.relate_to(part, f"{OFFICE}font")
    listed = (
        f'<p:embeddedFontLst xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"><p:embeddedFont><p:font typeface="Corporate"/>'
        f'<p:regular r:id="{font}"/></p:embeddedFont></p:embeddedFontLst>'
    )
    deck.element.find(f"{{{P}}}notesSz").addnext(etree.fromstring(listed))
    return deck


def two_masters() -> Presentation:
    """A second master with a blue accent, and one layout of its own, for comparisons; the first has none of those."""
    deck = default()
    first = deck.slide_master.part
    package = first.package
    theme = first.part_related_by(RELATIONSHIP_TYPE.THEME)
    second_theme = type(theme).load(PackURI("/ppt/theme/theme9.xml"), theme.content_type, package, theme.blob)
    master = SlideMasterPart(
        PackURI("/ppt/slideMasters/slideMaster2.xml"), first.content_type, package, deepcopy(first._element)
    )
    master.relate_to(second_theme, RELATIONSHIP_TYPE.THEME)
    source = next(layout for layout in deck.slide_layouts if layout.name == "Comparison").part
    layout = SlideLayoutPart(
        PackURI("/ppt/slideLayouts/slideLayout99.xml"),
        source.content_type,
        package,
        deepcopy(source._element),
    )
    layout.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER)
    listed = master._element.sldLayoutIdLst
    for entry in list(listed)[1:]:
        listed.remove(entry)
    listed[0].rId = master.relate_to(layout, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    listed[0].set("id", str(2**31 + 5_001))
    masters = deck.element.sldMasterIdLst
    entry = deepcopy(masters[0])
    entry.rId = deck.part.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER)
    entry.set("id", str(2**31 + 5_000))
    masters.append(entry)
    deck.slide_layouts.remove(next(layout for layout in deck.slide_layouts if layout.name == "Comparison"))
    return deck


ALL: dict[str, Callable[[], Presentation]] = {
    "default": default,
    "wide": wide,
    "moved": moved,
    "few": few,
    "two masters": two_masters,
    "some untitled": some_untitled,
    "embedded fonts": embedding,
    "own slides": company,
}
"""Every one that a deck can be built into."""


def saved(deck: Presentation) -> bytes:
    """Return the file of a presentation."""
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def changed(data: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return an archive with one member changed; one that is not there is added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[member] = change(members.get(member, b""))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def as_template(data: bytes) -> bytes:
    """Return a presentation as a template (.potx)."""
    return changed(
        data,
        "[Content_Types].xml",
        lambda old: old.replace(b"presentation.main+xml", b"template.main+xml"),
    )
