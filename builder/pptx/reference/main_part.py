"""The presentation part of a reference deck, with the slides that were written into it."""

from __future__ import annotations

from lxml import etree

from builder.deck.model import Deck
from builder.pptx.names import P14, A, P, R
from builder.pptx.parts.presentation import FIRST_SLIDE_ID, sections

_BEFORE_SLIDES = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst")
_DROPPED = ("sldIdLst", "custShowLst")


def complete_main_part(root: etree._Element, deck: Deck, slides: list[str], notes_master: str) -> bytes:
    """Return the part with `slides` and, if it had none, `notes_master`, both given by their relationships' ids."""
    for name in _DROPPED:
        for old in root.findall(f"{{{P}}}{name}"):
            root.remove(old)
    if notes_master and root.find(f"{{{P}}}notesMasterIdLst") is None:
        _insert(root, _list("notesMasterIdLst", [("notesMasterId", {f"{{{R}}}id": notes_master})]))
    if slides:
        entries = [
            ("sldId", {"id": str(number), f"{{{R}}}id": reference})
            for number, reference in enumerate(slides, FIRST_SLIDE_ID)
        ]
        _insert(root, _list("sldIdLst", entries))
    _replace_sections(root, deck)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _list(name: str, entries: list[tuple[str, dict[str, str]]]) -> etree._Element:
    made = etree.Element(f"{{{P}}}{name}")
    for entry, attributes in entries:
        etree.SubElement(made, f"{{{P}}}{entry}", attributes)
    return made


def _insert(root: etree._Element, element: etree._Element) -> None:
    """Put a list after those that stand before it (ECMA-376 part 1, 19.2.1.26)."""
    before = [child for child in root if child.tag in {f"{{{P}}}{name}" for name in _BEFORE_SLIDES}]
    if element.tag == f"{{{P}}}notesMasterIdLst":
        before = before[:1]
    root.insert(root.index(before[-1]) + 1 if before else 0, element)


def _replace_sections(root: etree._Element, deck: Deck) -> None:
    """Put the deck's sections in the place of the file's own, which name slides that are gone."""
    for old in root.iterfind(f"{{{P}}}extLst/{{{P}}}ext/{{{P14}}}sectionLst"):
        extension = old.getparent()
        holder = extension.getparent() if extension is not None else None
        if extension is not None and holder is not None:
            holder.remove(extension)
    made = sections(deck)
    extensions = root.find(f"{{{P}}}extLst")
    if made:
        own = etree.fromstring(f'<x xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}">{made}</x>')[0]
        if extensions is None:
            root.append(own)
        else:
            extensions.append(own[0])
    elif extensions is not None and not len(extensions):
        root.remove(extensions)
