"""The presentation part of a reference deck, with the slides that were written into it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count, islice

from lxml import etree

from builder.deck.model import Deck
from builder.pptx.names import P14, A, P, R
from builder.pptx.parts.presentation import FIRST_SLIDE_ID, section_list, sections_of

_BEFORE_SLIDES = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst")
_DROPPED = ("sldIdLst", "custShowLst")


@dataclass(frozen=True, slots=True)
class SlideRelations:
    """The ids of the presentation's relationships to slides: kept ones before ours, ours, kept ones after them."""

    first: list[str]
    own: list[str]
    last: list[str]


def complete_main_part(root: etree._Element, deck: Deck, slides: SlideRelations, notes_master: str) -> bytes:
    """Return the part with the slides and, if it had none, `notes_master`, given by its relationship's id.

    Kept slides keep their ids, by which comments and other parts know them.
    """
    old_sections = _sections_in(root)
    listed = {one.get(f"{{{R}}}id"): one for one in root.iterfind(f"{{{P}}}sldIdLst/{{{P}}}sldId")}
    first, last = ([listed[id] for id in some] for some in (slides.first, slides.last))
    for name in _DROPPED:
        for old in root.findall(f"{{{P}}}{name}"):
            root.remove(old)
    if notes_master and root.find(f"{{{P}}}notesMasterIdLst") is None:
        _insert(root, _list("notesMasterIdLst", [_entry("notesMasterId", {f"{{{R}}}id": notes_master})]))
    taken = {one.get("id") for one in (*first, *last)}
    free = (number for number in count(FIRST_SLIDE_ID) if str(number) not in taken)
    ids = list(islice(free, len(slides.own)))
    own = [
        _entry("sldId", {"id": str(number), f"{{{R}}}id": reference})
        for number, reference in zip(ids, slides.own, strict=True)
    ]
    if entries := [*first, *own, *last]:
        _insert(root, _list("sldIdLst", entries))
    before, after = (
        [(int(one.get("id", "0")), old_sections.get(one.get("id", ""), "")) for one in some]
        for some in (first, last)
    )
    named = [*before, *zip(ids, sections_of(deck), strict=True), *after]
    _replace_sections(root, named, deck.properties.title)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _entry(name: str, attributes: dict[str, str]) -> etree._Element:
    return etree.Element(f"{{{P}}}{name}", attributes)


def _list(name: str, entries: list[etree._Element]) -> etree._Element:
    made = etree.Element(f"{{{P}}}{name}")
    made.extend(entries)
    return made


def _insert(root: etree._Element, element: etree._Element) -> None:
    """Put a list after those that stand before it (ECMA-376 part 1, 19.2.1.26)."""
    before = [child for child in root if child.tag in {f"{{{P}}}{name}" for name in _BEFORE_SLIDES}]
    if element.tag == f"{{{P}}}notesMasterIdLst":
        before = before[:1]
    root.insert(root.index(before[-1]) + 1 if before else 0, element)


def _sections_in(root: etree._Element) -> dict[str, str]:
    """Return the names of the file's own sections by the ids of their slides."""
    return {
        member.get("id", ""): section.get("name", "")
        for section in root.iter(f"{{{P14}}}section")
        for member in section.iter(f"{{{P14}}}sldId")
    }


def _replace_sections(root: etree._Element, slides: list[tuple[int, str]], title: str) -> None:
    """Put sections of these slides in the place of the file's own, which name slides that are gone."""
    for old in root.iterfind(f"{{{P}}}extLst/{{{P}}}ext/{{{P14}}}sectionLst"):
        extension = old.getparent()
        holder = extension.getparent() if extension is not None else None
        if extension is not None and holder is not None:
            holder.remove(extension)
    made = section_list(slides, title)
    extensions = root.find(f"{{{P}}}extLst")
    if made:
        own = etree.fromstring(f'<x xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}">{made}</x>')[0]
        if extensions is None:
            root.append(own)
        else:
            extensions.append(own[0])
    elif extensions is not None and not len(extensions):
        root.remove(extensions)
