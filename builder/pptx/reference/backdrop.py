"""What masters and layouts paint behind the text of slides (ECMA-376 part 1, 19.3.1.1 to 19.3.1.4)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.deck.reference.model import Backdrop
from builder.pptx.names import P
from builder.pptx.reference.paint import Paint, Palette, find_shape_paint
from builder.pptx.reference.placeholders import find_rect
from builder.units import Length, Rect, Size

_PICTURES = frozenset({f"{{{P}}}{name}" for name in ("pic", "graphicFrame", "grpSp")})
_FALSE = ("0", "false", "off")


def read_backdrop(
    layout: etree._Element, master: etree._Element, palette: Palette, size: Size
) -> tuple[Backdrop, ...]:
    """Return what is painted on a layout, back to front; the first covers the slide, white where nothing says more.

    `palette` is the layout's, in which the master's shapes are shown too.
    """
    whole = Rect(Length(0), Length(0), size.width, size.height)
    behind = _background(layout, palette) or _background(master, palette) or Paint("FFFFFF")
    shown = [layout] if layout.get("showMasterSp", "1") in _FALSE else [master, layout]
    return (Backdrop(whole, behind.color), *(one for sheet in shown for one in _shapes(sheet, palette)))


def _background(sheet: etree._Element, palette: Palette) -> Paint | None:
    stated = sheet.find(f"{{{P}}}cSld/{{{P}}}bg")
    if stated is None:
        return None
    own = stated.find(f"{{{P}}}bgPr")
    return palette.find_paint(stated if own is None else own, stated.find(f"{{{P}}}bgRef"))


def _shapes(sheet: etree._Element, palette: Palette) -> Iterator[Backdrop]:
    """Yield what shapes paint that are no placeholders; of a picture, a graphic or a group nothing is known."""
    tree = sheet.find(f"{{{P}}}cSld/{{{P}}}spTree")
    for shape in [] if tree is None else tree.iterchildren(etree.Element):
        rect = find_rect(shape)
        if rect is None or shape.find(f"*/{{{P}}}nvPr/{{{P}}}ph") is not None:
            continue
        if shape.tag in _PICTURES:
            yield Backdrop(rect, None)
        elif paint := find_shape_paint(shape, palette):
            yield Backdrop(rect, paint.color)
