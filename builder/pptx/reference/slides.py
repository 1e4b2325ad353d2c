"""Slides of a reference deck that are to be kept: what is said of them, and what is not taken over with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from builder.deck.reference.kept import KeptSlides, ReferenceSlide
from builder.deck.reference.model import TITLES
from builder.diagnostics import Diagnostics, Outcome, Span
from builder.pptx.names import ADEC, A, P, R, RelationshipType
from builder.pptx.reference.archive import SAVE_AGAIN, Unreadable
from builder.pptx.reference.host import open_host
from builder.pptx.reference.numbers import read_int
from builder.pptx.reference.safety import warn_of_outside
from builder.pptx.reference.tree import ROOT, PartTree

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_FALSE = ("0", "false", "off")
_SHARED = frozenset({RelationshipType.LAYOUT, RelationshipType.SLIDE})
"""What slides refer to that is not only theirs."""


def list_slides(tree: PartTree, name: str) -> Outcome[tuple[ReferenceSlide, ...]]:
    """Return all slides of the file `name` in their order, the hidden ones too; B310 if one cannot be read."""
    found = Diagnostics()
    try:
        return found.outcome(tuple(_read(tree, part, number) for number, part in enumerate(_parts(tree), 1)))
    except Unreadable as fault:
        found.error("B310", f"'{name}' {fault.message}", help=fault.help)
        return found.outcome(None)


def read_kept(
    tree: PartTree, numbers: tuple[tuple[int, ...], tuple[int, ...]], name: str, span: Span | None
) -> Outcome[KeptSlides]:
    """Return the slides with these numbers, first those before and then those after ours.

    Diagnostics: B310, one of them cannot be read; B312, what lies outside of the file is not fetched.
    """
    found = Diagnostics()
    try:
        parts = _parts(tree)
        first, last = (tuple(_read(tree, parts[number - 1], number) for number in some) for some in numbers)
        kept = KeptSlides(first, last)
        _rehearse(tree, kept)
        warn_of_outside(tree, _own_parts(tree, kept), name, span, found)
    except Unreadable as fault:
        found.error("B310", f"'{name}' {fault.message}", span, help=fault.help)
        return found.outcome(None)
    return found.outcome(kept)


def _parts(tree: PartTree) -> tuple[str, ...]:
    main = tree.related(ROOT, RelationshipType.PRESENTATION) or ""
    return tree.listed(main, tree.xml(main), f"{{{P}}}sldIdLst/{{{P}}}sldId")


def _rehearse(tree: PartTree, kept: KeptSlides) -> None:
    """Open the file as it is opened to be written into, so that what is wrong with it is said before.

    Raises:
        Unreadable: a part or a number in it is damaged.
    """
    host = open_host(tree, {slide.part for slide in kept})
    read_int(host.root, "firstSlideNum", 1)
    listed = {one.get(f"{{{R}}}id"): one for one in host.root.iterfind(f"{{{P}}}sldIdLst/{{{P}}}sldId")}
    for slide in kept:
        entry = listed.get(host.slides.get(slide.part))
        if entry is None:
            raise Unreadable(f"does not list the slide '{slide.part}' as one", SAVE_AGAIN)
        read_int(entry, "id")


def _own_parts(tree: PartTree, slides: Iterable[ReferenceSlide]) -> Iterator[str]:
    for slide in slides:
        yield slide.part
        own = (one for one in tree.relations(slide.part) if not one.external and one.type not in _SHARED)
        yield from (one.target for one in own)


def _read(tree: PartTree, part: str, number: int) -> ReferenceSlide:
    sheet = tree.sheet(part, "sld")
    shapes = sheet.find(f"{{{P}}}cSld/{{{P}}}spTree")
    return ReferenceSlide(
        number=number,
        part=part,
        title=_title(sheet),
        hidden=sheet.get("show", "1") in _FALSE,
        has_notes=tree.related(part, RelationshipType.NOTES) is not None,
        undescribed=tuple(_undescribed(shapes)) if shapes is not None else (),
    )


def _title(sheet: etree._Element) -> str:
    for shape in sheet.iter(f"{{{P}}}sp"):
        mark = shape.find(f"{{{P}}}nvSpPr/{{{P}}}nvPr/{{{P}}}ph")
        if mark is not None and mark.get("type") in TITLES:
            words = " ".join(text for paragraph in shape.iter(f"{{{A}}}p") if (text := _text(paragraph)))
            if words:
                return words
    return ""


def _text(paragraph: etree._Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{{{A}}}t")).strip()


def _undescribed(shapes: etree._Element) -> Iterator[str]:
    """Yield names of pictures, graphics and drawings that say nothing; the members of a group that does count not."""
    for shape in shapes.iterchildren(etree.Element):
        properties = shape.find(f"*/{{{P}}}cNvPr")
        if properties is None or _is_described(properties):
            continue
        if shape.tag == f"{{{P}}}grpSp":
            yield from _undescribed(shape)
        elif shape.tag == f"{{{P}}}pic" or (shape.tag == f"{{{P}}}graphicFrame" and not _is_table(shape)):
            yield properties.get("name", "")


def _is_described(properties: etree._Element) -> bool:
    marks = properties.iter(f"{{{ADEC}}}decorative")
    return bool(properties.get("descr", "").strip()) or any(mark.get("val") == "1" for mark in marks)


def _is_table(frame: etree._Element) -> bool:
    data = frame.find(f"{{{A}}}graphic/{{{A}}}graphicData")
    return data is not None and data.get("uri") == _TABLE
