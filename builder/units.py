"""Lengths, sizes and rectangles in whole English Metric Units (EMU).

914,400 EMU are one inch, 360,000 one centimetre, 12,700 one point and 9,525 one CSS pixel
(ECMA-376 part 1, 20.1.2.1; CSS Values 4, 6.2).
"""

from __future__ import annotations

from dataclasses import dataclass

EMU_PER_INCH = 914_400
EMU_PER_MM = 36_000
EMU_PER_PT = 12_700
EMU_PER_PX = 9_525


class Length(int):
    """A distance in whole EMU; arithmetic between lengths gives plain integers."""

    __slots__ = ()

    @classmethod
    def from_px(cls, value: float) -> Length:
        """Return `value` CSS pixels, rounded to the nearest EMU."""
        return cls(round(value * EMU_PER_PX))

    @classmethod
    def from_pt(cls, value: float) -> Length:
        """Return `value` points, rounded to the nearest EMU."""
        return cls(round(value * EMU_PER_PT))

    @classmethod
    def from_mm(cls, value: float) -> Length:
        """Return `value` millimetres, rounded to the nearest EMU."""
        return cls(round(value * EMU_PER_MM))

    @classmethod
    def from_inches(cls, value: float) -> Length:
        """Return `value` inches, rounded to the nearest EMU."""
        return cls(round(value * EMU_PER_INCH))

    @property
    def px(self) -> float:
        """The length in CSS pixels."""
        return self / EMU_PER_PX

    @property
    def pt(self) -> float:
        """The length in points."""
        return self / EMU_PER_PT

    @property
    def mm(self) -> float:
        """The length in millimetres."""
        return self / EMU_PER_MM

    @property
    def inches(self) -> float:
        """The length in inches."""
        return self / EMU_PER_INCH


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height."""

    width: Length
    height: Length


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its upper left corner and its extent, y growing downwards."""

    x: Length
    y: Length
    width: Length
    height: Length

    @property
    def right(self) -> Length:
        """The x of the right edge."""
        return Length(self.x + self.width)

    @property
    def bottom(self) -> Length:
        """The y of the lower edge."""
        return Length(self.y + self.height)

    @classmethod
    def from_px(cls, x: float, y: float, width: float, height: float) -> Rect:
        """Return the rectangle given in CSS pixels.

        Edges are rounded, not extents, so that rectangles that touch still touch.
        """
        left, top = round(x * EMU_PER_PX), round(y * EMU_PER_PX)
        right, bottom = round((x + width) * EMU_PER_PX), round((y + height) * EMU_PER_PX)
        return cls(Length(left), Length(top), Length(right - left), Length(bottom - top))

    def contains(self, other: Rect, tolerance: int = 0) -> bool:
        """Return whether `other` lies inside this rectangle, give or take `tolerance` EMU."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )
