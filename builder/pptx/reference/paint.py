"""What shapes and backgrounds are filled with (ECMA-376 part 1, 20.1.8, and 20.1.4.2.10 for fills of the theme)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from builder.pptx.names import A, P
from builder.pptx.reference.colors import read_fill
from builder.pptx.reference.numbers import read_int

_FIRST_BACKGROUND = 1001
"""Fills of backgrounds count from here, those of shapes from 1 (20.1.4.2.10)."""

_PAINTED = frozenset({f"{{{A}}}{name}" for name in ("solidFill", "gradFill", "blipFill", "pattFill")})
_SOLID = f"{{{A}}}solidFill"


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


def find_shape_paint(shape: etree._Element, palette: Palette) -> Paint | None:
    """Return what a shape is filled with, nothing where it is not."""
    properties = shape.find(f"{{{P}}}spPr")
    reference = shape.find(f"{{{P}}}style/{{{A}}}fillRef")
    return None if properties is None else palette.find_paint(properties, reference)
