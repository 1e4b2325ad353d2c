"""What masters and layouts paint behind the text of slides (ECMA-376 part 1, 19.3.1.1 to 19.3.1.4, 20.1.4.2.10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from builder.deck.reference.model import Backdrop
from builder.pptx.names import A, P
from builder.pptx.reference.colors import read_fill
from builder.pptx.reference.numbers import read_int
from builder.pptx.reference.placeholders import find_rect
from builder.units import Length, Rect, Size

_FIRST_BACKGROUND = 1001
"""Fills of backgrounds count from here, those of shapes from 1 (20.1.4.2.10)."""

_PAINTED = frozenset({f"{{{A}}}{name}" for name in ("solidFill", "gradFill", "blipFill", "pattFill")})
_SOLID = f"{{{A}}}solidFill"
_PICTURES = frozenset({f"{{{P}}}{name}" for name in ("pic", "graphicFrame", "grpSp")})
_FALSE = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Paint:
    """Something is painted; `color` is None where it is not one colour, or not one that is computed here."""

    color: str | None


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a sheet, and the fills that its theme has ready."""

    colors: Mapping[str, str]
    formats: etree._Element | None

    def find_paint(self, holder: etree._Element, reference: etree._Element | None) -> Paint | None:
        """Return what `holder` is filled with, or else what `reference` takes from the theme."""
        own = next((one for one in holder if one.tag in _PAINTED), None)
        if own is not None:
            return Paint(read_fill(own, self.colors) if own.tag == _SOLID else None)
        if reference is None or holder.find(f"{{{A}}}noFill") is not None:
            return None
        number = read_int(reference, "idx", 0)
        return None if number in (0, _FIRST_BACKGROUND - 1) else Paint(self._color_of(reference, number))

    def _color_of(self, reference: etree._Element, number: int) -> str | None:
        behind = number >= _FIRST_BACKGROUND
        name = f"{{{A}}}{'bgFillStyleLst' if behind else 'fillStyleLst'}"
        fills = self.formats.find(name) if self.formats is not None else None
        index = number - (_FIRST_BACKGROUND if behind else 1)
        if fills is None or not 0 <= index < len(fills) or fills[index].tag != _SOLID:
            return None
        return read_fill(fills[index], self.colors, read_fill(reference, self.colors))


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
        elif paint := _shape_paint(shape, palette):
            yield Backdrop(rect, paint.color)


def _shape_paint(shape: etree._Element, palette: Palette) -> Paint | None:
    properties = shape.find(f"{{{P}}}spPr")
    reference = shape.find(f"{{{P}}}style/{{{A}}}fillRef")
    return None if properties is None else palette.find_paint(properties, reference)
