"""The presentation part: order of slides, sizes, default text, sections; and the small parts beside it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, groupby, islice
from operator import itemgetter
from uuid import NAMESPACE_URL, uuid5

from builder.deck.model import Deck
from builder.pptx.drawing.list_styles import complete_levels
from builder.pptx.drawing.styles import all_levels
from builder.pptx.drawing.tables import NEUTRAL_STYLE
from builder.pptx.names import P14, A
from builder.pptx.parts.notes_master import PAGE
from builder.pptx.xml import Xml, document, join, presentation_part, tag

_MASTER_ID = 2_147_483_648
FIRST_SLIDE_ID = 256
"""Slides count from 256, masters from 2**31 (ECMA-376 part 1, 19.7.13 and 19.7.14)."""


def main_part(deck: Deck, master: str, notes_master: str, slides: list[str], monospace: str) -> bytes:
    """Return the presentation part; `master`, `notes_master` and `slides` are its relationships to them."""
    slide_ids = (
        tag("p:sldId", id=number, **{"r:id": reference})
        for number, reference in enumerate(slides, FIRST_SLIDE_ID)
    )
    return presentation_part(
        "p:presentation",
        tag("p:sldMasterIdLst", tag("p:sldMasterId", id=_MASTER_ID, **{"r:id": master})),
        tag("p:notesMasterIdLst", tag("p:notesMasterId", **{"r:id": notes_master})),
        tag("p:sldIdLst", join(slide_ids)) if slides else None,
        tag("p:sldSz", cx=deck.size.width, cy=deck.size.height),
        tag("p:notesSz", cx=PAGE.width, cy=PAGE.height),
        tag("p:defaultTextStyle", complete_levels(all_levels(()), monospace)),
        section_list(list(enumerate(sections_of(deck), FIRST_SLIDE_ID)), deck.properties.title),
        saveSubsetFonts=True,
        autoCompressPictures=False,
    )


def presentation_properties_part() -> bytes:
    """Return the properties of the show, all of them the defaults."""
    return presentation_part("p:presentationPr")


def view_properties_part() -> bytes:
    """Return the editor's view: slides with their notes below."""
    splitter = tag("p:restoredLeft", sz=15_620), tag("p:restoredTop", sz=80_000)
    return presentation_part("p:viewPr", tag("p:normalViewPr", *splitter), lastView="sldView")


def table_styles_part() -> bytes:
    """Return the one table style that the deck uses."""
    color = tag("a:schemeClr", val="tx1")
    none = tag("a:ln", tag("a:noFill"))
    edges = ("left", "right", "top", "bottom", "insideH", "insideV")
    whole = tag(
        "a:wholeTbl",
        tag("a:tcTxStyle", tag("a:fontRef", tag("a:scrgbClr", r=0, g=0, b=0), idx="minor"), color),
        tag(
            "a:tcStyle",
            tag("a:tcBdr", *(tag(f"a:{edge}", none) for edge in edges)),
            tag("a:fill", tag("a:noFill")),
        ),
    )
    style = tag("a:tblStyle", whole, styleId=NEUTRAL_STYLE, styleName="No Style, No Grid")
    return document(tag("a:tblStyleLst", style, **{"xmlns:a": A, "def": NEUTRAL_STYLE}))


def sections_of(deck: Deck) -> list[str]:
    """Return the section of each slide; slides before the first one have the deck's title, empty if there is none."""
    if not any(slide.section for slide in deck.slides):
        return [""] * len(deck.slides)
    return [slide.section or deck.properties.title for slide in deck.slides]


def section_list(slides: list[tuple[int, str]], title: str) -> Xml | None:
    """Return the list of sections, which covers every slide; None where there is no section.

    `slides` are all slides by their ids, each with its section; where that is empty, it belongs to the one before it,
    or to `title`.
    """
    if not any(section for _, section in slides):
        return None
    names = accumulate((section for _, section in slides), _own_or_before, initial=title)
    runs = groupby(
        zip((number for number, _ in slides), islice(names, 1, None), strict=True), key=itemgetter(1)
    )
    listed = join(
        _section(index, name, (number for number, _ in members)) for index, (name, members) in enumerate(runs)
    )
    content = tag("p14:sectionLst", listed, **{"xmlns:p14": P14})
    return tag("p:extLst", tag("p:ext", content, uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"))


def _own_or_before(before: str, own: str) -> str:
    return own or before


def _section(index: int, name: str, slides: Iterable[int]) -> Xml:
    identifier = str(uuid5(NAMESPACE_URL, f"section:{index}:{name}")).upper()
    members = tag("p14:sldIdLst", join(tag("p14:sldId", id=number) for number in slides))
    return tag("p14:section", members, name=name, id=f"{{{identifier}}}")
