"""Document properties: core (ECMA-376 part 2, 11), of the application (part 1, 22.2) and custom (22.3)."""

from __future__ import annotations

from itertools import chain

from builder.deck.model import Deck, DeckProperties
from builder.deck.reference.kept import NO_SLIDES, KeptSlides
from builder.pptx.xml import Xml, document, join, tag, text

_CORE = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_CUSTOM_ID = 2
_PROGRAM = "Diptych"
_UNDATED = "1980-01-01"
"""What a deck without a date says, as its archive does."""


def core_properties_part(properties: DeckProperties) -> bytes:
    """Return title, author, language and dates; nothing in it comes from the clock."""
    day = properties.date.isoformat() if properties.date else _UNDATED
    moment = Xml(f"{day}T00:00:00Z")
    dated = {"xsi:type": "dcterms:W3CDTF"}
    root = tag(
        "cp:coreProperties",
        _stated("dc:title", properties.title),
        _stated("dc:subject", properties.subtitle),
        _stated("dc:creator", properties.author),
        _stated("cp:keywords", properties.keywords),
        _stated("dc:language", properties.lang),
        _stated("cp:lastModifiedBy", properties.author or _PROGRAM),
        tag("cp:revision", Xml("1")),
        tag("dcterms:created", moment, **dated),
        tag("dcterms:modified", moment, **dated),
        **_CORE,
    )
    return document(root)


def app_properties_part(deck: Deck, kept: KeptSlides = NO_SLIDES) -> bytes:
    """Return what the deck consists of: typefaces, theme and slide titles, with their numbers; `kept` slides too."""
    fonts = list(dict.fromkeys(font.name for font in deck.theme.fonts))
    first, last = ([slide.title for slide in some] for some in (kept.first, kept.last))
    titles = [*first, *(slide.title for slide in deck.slides), *last]
    notes = sum(bool(slide.notes) for slide in deck.slides) + sum(slide.has_notes for slide in kept)
    headings = (("Fonts Used", len(fonts)), ("Theme", 1), ("Slide Titles", len(titles)))
    counted = chain.from_iterable(
        (tag("vt:lpstr", text(name)), tag("vt:i4", Xml(str(number)))) for name, number in headings
    )
    parts = [*fonts, deck.theme.name, *titles]
    root = tag(
        "Properties",
        tag("TotalTime", Xml("0")),
        tag("Application", Xml(_PROGRAM)),
        tag("Slides", Xml(str(len(titles)))),
        tag("Notes", Xml(str(notes))),
        tag("HiddenSlides", Xml(str(sum(slide.hidden for slide in kept)))),
        tag("HeadingPairs", _vector("variant", [tag("vt:variant", value) for value in counted])),
        tag("TitlesOfParts", _vector("lpstr", [tag("vt:lpstr", text(part)) for part in parts])),
        **{"xmlns": _APP, "xmlns:vt": _VALUES},
    )
    return document(root)


def custom_properties_part(edition: str) -> bytes:
    """Return the edition, which briefing and deck share."""
    value = tag("vt:lpwstr", text(edition))
    own = tag("property", value, fmtid=_USER_DEFINED, pid=_FIRST_CUSTOM_ID, name="Edition")
    return document(tag("Properties", own, **{"xmlns": _CUSTOM, "xmlns:vt": _VALUES}))


def _stated(name: str, value: str) -> Xml | None:
    return tag(name, text(value)) if value else None


def _vector(kind: str, values: list[Xml]) -> Xml:
    return tag("vt:vector", join(values), size=len(values), baseType=kind)
