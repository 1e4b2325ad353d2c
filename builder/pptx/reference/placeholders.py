"""Placeholders of layouts, with the places that they inherit from their master (ECMA-376 part 1, 19.3.1.36)."""

from __future__ import annotations

from lxml import etree

from builder.deck.reference.model import ReferencePlaceholder
from builder.pptx.names import A, P
from builder.pptx.reference.archive import SAVE_AGAIN, Unreadable
from builder.units import Length, Rect

_ALIKE = {"ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum", "title": "title"}
"""The type of the master's placeholder that one of a layout inherits from; all others inherit from its body."""


def read_placeholders(layout: etree._Element, master: etree._Element) -> tuple[ReferencePlaceholder, ...]:
    """Return the placeholders of a layout in its order; pictures and graphic frames among them."""
    inherited = {_type(mark): _rect(shape) for shape, mark in _marked(master)}
    return tuple(
        ReferencePlaceholder(
            _type(mark),
            _index(mark),
            _name(shape),
            _rect(shape) or inherited.get(_ALIKE.get(_type(mark), "body")),
        )
        for shape, mark in _marked(layout)
    )


def _marked(sheet: etree._Element) -> list[tuple[etree._Element, etree._Element]]:
    tree = sheet.find(f"{{{P}}}cSld/{{{P}}}spTree")
    shapes = [] if tree is None else list(tree)
    marks = [(shape, shape.find(f"*/{{{P}}}nvPr/{{{P}}}ph")) for shape in shapes]
    return [(shape, mark) for shape, mark in marks if mark is not None]


def _type(mark: etree._Element) -> str:
    return mark.get("type", "obj")


def _index(mark: etree._Element) -> int:
    return read_int(mark, "idx", 0)


def _name(shape: etree._Element) -> str:
    properties = shape.find(f"*/{{{P}}}cNvPr")
    return properties.get("name", "") if properties is not None else ""


def _rect(shape: etree._Element) -> Rect | None:
    place = shape.find(f"{{{P}}}spPr/{{{A}}}xfrm")
    if place is None:
        place = shape.find(f"{{{P}}}xfrm")
    offset, extent = (place.find(f"{{{A}}}{name}") if place is not None else None for name in ("off", "ext"))
    if offset is None or extent is None:
        return None
    return Rect(
        *(Length(read_int(offset, name)) for name in ("x", "y")),
        *(Length(read_int(extent, name)) for name in ("cx", "cy")),
    )


def read_int(element: etree._Element, name: str, default: int | None = None) -> int:
    """Return the whole number in an attribute.

    Raises:
        Unreadable: it is missing without a default, or no number.
    """
    value = element.get(name)
    if value is None and default is not None:
        return default
    try:
        return int(value or "")
    except ValueError:
        raise Unreadable(f"holds a measure '{name}' that is no number", SAVE_AGAIN) from None
