"""Placeholders of layouts, with what they inherit from their master (ECMA-376 part 1, 19.3.1.36)."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from builder.deck.model import Anchor, Insets
from builder.deck.reference.model import DEFAULT_INSETS, FOOTERS, TITLES, Backdrop, ReferencePlaceholder
from builder.pptx.names import A, P
from builder.pptx.reference.levels import read_levels
from builder.pptx.reference.numbers import read_int
from builder.pptx.reference.paint import Palette, find_shape_paint
from builder.units import Length, Rect

_ALIKE = {"ctrTitle": "title", "title": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
"""The type of the master's placeholder that one of a layout inherits from; all others inherit from its body."""

_ANCHORS = {"ctr": Anchor.MIDDLE, "b": Anchor.BOTTOM}
_INSETS = ("lIns", "tIns", "rIns", "bIns")


@dataclass(frozen=True, slots=True)
class MasterText:
    """What layouts inherit from a master: its placeholders by type, its text styles, its colours."""

    sheet: etree._Element
    palette: Palette
    placeholders: dict[str, etree._Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for shape, mark in _marked(self.sheet):
            self.placeholders.setdefault(_type(mark), shape)

    def styles(self, type: str) -> list[etree._Element]:
        """Return the list styles that text of a type of placeholder has from the master, the weakest first."""
        name = "titleStyle" if type in TITLES else "otherStyle" if type in FOOTERS else "bodyStyle"
        own = self.sheet.find(f"{{{P}}}txStyles/{{{P}}}{name}")
        return [style for style in (own, _list_style(self.base(type))) if style is not None]

    def base(self, type: str) -> etree._Element | None:
        """Return the placeholder that those of a type inherit from."""
        return self.placeholders.get(_ALIKE.get(type, "body"))


def read_placeholders(layout: etree._Element, master: MasterText) -> tuple[ReferencePlaceholder, ...]:
    """Return the placeholders of a layout in its order."""
    return tuple(_read(shape, mark, master) for shape, mark in _marked(layout))


def _read(shape: etree._Element, mark: etree._Element, master: MasterText) -> ReferencePlaceholder:
    type = _type(mark)
    base = master.base(type)
    own = _list_style(shape)
    rect = find_rect(shape) or (find_rect(base) if base is not None else None)
    frames = [frame for one in (shape, base) if (frame := _frame(one)) is not None]
    return ReferencePlaceholder(
        type=type,
        idx=read_int(mark, "idx", 0),
        name=_name(shape),
        rect=rect,
        levels=read_levels(
            [*master.styles(type), *([own] if own is not None else [])], master.palette.colors
        ),
        insets=_insets(frames),
        anchor=_ANCHORS.get(_first(frames, "anchor", "t"), Anchor.TOP),
        upright=_first(frames, "vert", "horz") != "horz",
        paint=_paint(shape, base, master.palette, rect),
    )


def _paint(
    shape: etree._Element, base: etree._Element | None, palette: Palette, rect: Rect | None
) -> Backdrop | None:
    found = find_shape_paint(shape, palette)
    if found is None and base is not None and shape.find(f"{{{P}}}spPr/{{{A}}}noFill") is None:
        found = find_shape_paint(base, palette)
    return Backdrop(rect, found.color) if found and rect else None


def _marked(sheet: etree._Element) -> list[tuple[etree._Element, etree._Element]]:
    tree = sheet.find(f"{{{P}}}cSld/{{{P}}}spTree")
    shapes = [] if tree is None else list(tree)
    marks = [(shape, shape.find(f"*/{{{P}}}nvPr/{{{P}}}ph")) for shape in shapes]
    return [(shape, mark) for shape, mark in marks if mark is not None]


def _type(mark: etree._Element) -> str:
    return mark.get("type", "obj")


def _name(shape: etree._Element) -> str:
    properties = shape.find(f"*/{{{P}}}cNvPr")
    return properties.get("name", "") if properties is not None else ""


def _list_style(shape: etree._Element | None) -> etree._Element | None:
    return None if shape is None else shape.find(f"{{{P}}}txBody/{{{A}}}lstStyle")


def _frame(shape: etree._Element | None) -> etree._Element | None:
    return None if shape is None else shape.find(f"{{{P}}}txBody/{{{A}}}bodyPr")


def _first(frames: list[etree._Element], name: str, default: str) -> str:
    return next((frame.get(name, "") for frame in frames if name in frame.attrib), default)


def _insets(frames: list[etree._Element]) -> Insets:
    defaults = (DEFAULT_INSETS.left, DEFAULT_INSETS.top, DEFAULT_INSETS.right, DEFAULT_INSETS.bottom)
    found = (next((frame for frame in frames if name in frame.attrib), None) for name in _INSETS)
    values = (
        default if frame is None else read_int(frame, name)
        for frame, name, default in zip(found, _INSETS, defaults, strict=True)
    )
    return Insets(*(Length(max(0, value)) for value in values))


def find_rect(shape: etree._Element) -> Rect | None:
    """Return the place that a shape states itself."""
    place = shape.find(f"{{{P}}}spPr/{{{A}}}xfrm")
    if place is None:
        place = shape.find(f"{{{P}}}xfrm")
    if place is None:
        place = shape.find(f"{{{P}}}grpSpPr/{{{A}}}xfrm")
    offset, extent = (place.find(f"{{{A}}}{name}") if place is not None else None for name in ("off", "ext"))
    if offset is None or extent is None:
        return None
    width, height = (Length(read_int(extent, name)) for name in ("cx", "cy"))
    if min(width, height) <= 0:
        return None
    return Rect(Length(read_int(offset, "x")), Length(read_int(offset, "y")), width, height)
