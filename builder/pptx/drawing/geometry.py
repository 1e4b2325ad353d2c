"""Places and forms of shapes."""

from __future__ import annotations

from builder.pptx.xml import Xml, tag
from builder.units import Length, Rect

_ADJUSTMENT = 100_000
"""What preset forms count their adjustments in: shares of the shorter side (ECMA-376 part 1, 20.1.9)."""


def transform(rect: Rect, name: str = "a:xfrm") -> Xml:
    """Return the place and extent of a shape."""
    return tag(name, _offset("a:off", rect), _extent("a:ext", rect))


def group_transform(rect: Rect) -> Xml:
    """Return a group's place; its children count in the slide's own coordinates."""
    return tag(
        "a:xfrm",
        _offset("a:off", rect),
        _extent("a:ext", rect),
        _offset("a:chOff", rect),
        _extent("a:chExt", rect),
    )


def preset(name: str, rect: Rect, corner: Length = Length(0)) -> Xml:
    """Return a preset form; `corner` is the radius of a roundRect."""
    return tag("a:prstGeom", tag("a:avLst", _corner(name, rect, corner)), prst=name)


def _corner(name: str, rect: Rect, corner: Length) -> Xml | None:
    shorter = min(rect.width, rect.height)
    if name != "roundRect" or not shorter:
        return None
    share = min(round(corner / shorter * _ADJUSTMENT), _ADJUSTMENT // 2)
    return tag("a:gd", name="adj", fmla=f"val {share}")


def _offset(name: str, rect: Rect) -> Xml:
    return tag(name, x=rect.x, y=rect.y)


def _extent(name: str, rect: Rect) -> Xml:
    return tag(name, cx=rect.width, cy=rect.height)
