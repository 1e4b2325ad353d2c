"""Read a reference deck: the bytes of a .pptx or .potx file in, a frozen model out."""

from __future__ import annotations

from lxml import etree

from builder.deck.reference.model import ReferenceDeck, ReferenceLayout, ReferenceMaster
from builder.diagnostics import Diagnostics, Outcome, Span
from builder.pptx.names import P, RelationshipType
from builder.pptx.reference.archive import SAVE_AGAIN, TooLarge, Unreadable, read_members
from builder.pptx.reference.masters import open_master, read_layout
from builder.pptx.reference.numbers import read_int
from builder.pptx.reference.safety import warn_of_outside, warn_of_programs
from builder.pptx.reference.tree import ROOT, PartTree
from builder.units import Length, Size

LEAST_EMU, MOST_EMU = 914_400, 51_206_400
"""Width and height of slides (ECMA-376 part 1, 19.7.21, ST_SlideSizeCoordinate)."""


def read_reference(data: bytes, name: str, span: Span | None = None) -> Outcome[ReferenceDeck]:
    """Return what the file `name` offers; nothing of it is run, followed or fetched.

    Diagnostics: B310, it cannot be read; B311, it is too large; B312, what is left out of it for safety.
    """
    found = Diagnostics()
    try:
        tree = PartTree(read_members(data))
        deck = _read_deck(tree, name)
        warn_of_programs(tree, name, span, found)
        warn_of_outside(
            tree,
            [*(master.part for master in deck.masters), *(one.part for one in deck.layouts)],
            name,
            span,
            found,
        )
    except Unreadable as fault:
        found.error("B310", f"'{name}' {fault.message}", span, help=fault.help)
        return found.outcome(None)
    except TooLarge as fault:
        found.error(
            "B311", f"'{name}' {fault.message}", span,
            help="take large media and old slides out of it, and compress its pictures",
        )  # fmt: skip
        return found.outcome(None)
    return found.outcome(deck)


def _read_deck(tree: PartTree, name: str) -> ReferenceDeck:
    main = tree.related(ROOT, RelationshipType.PRESENTATION)
    if main is None:
        raise Unreadable("is an Office file of another kind, or Strict Open XML", SAVE_AGAIN)
    root = tree.xml(main)
    if root.tag != f"{{{P}}}presentation":
        raise Unreadable(
            "is an Office file of another kind", "name a presentation (.pptx) or a template (.potx)"
        )
    size = _read_size(root)
    masters: list[ReferenceMaster] = []
    layouts: list[ReferenceLayout] = []
    for number, part in enumerate(tree.listed(main, root, f"{{{P}}}sldMasterIdLst/{{{P}}}sldMasterId"), 1):
        master = open_master(tree, part, number)
        masters.append(master.model)
        listed = tree.listed(part, master.sheet, f"{{{P}}}sldLayoutIdLst/{{{P}}}sldLayoutId")
        layouts += [read_layout(tree, layout, master, size) for layout in listed]
    if not layouts:
        raise Unreadable("has no slide layouts", "name a presentation that was made with PowerPoint")
    slides = len(root.findall(f"{{{P}}}sldIdLst/{{{P}}}sldId"))
    return ReferenceDeck(name, size, tuple(masters), tuple(layouts), slides, _embedded(root))


def _read_size(root: etree._Element) -> Size:
    size = root.find(f"{{{P}}}sldSz")
    if size is None:
        raise Unreadable("does not say how large its slides are", SAVE_AGAIN)
    width, height = read_int(size, "cx"), read_int(size, "cy")
    if not all(LEAST_EMU <= extent <= MOST_EMU for extent in (width, height)):
        raise Unreadable(
            "has slides of an impossible size", "set one in Design > Slide Size, and save it again"
        )
    return Size(Length(width), Length(height))


def _embedded(root: etree._Element) -> tuple[str, ...]:
    fonts = root.iterfind(f"{{{P}}}embeddedFontLst/{{{P}}}embeddedFont/{{{P}}}font")
    return tuple(font.get("typeface", "") for font in fonts)
