"""The natural size of an SVG, in CSS pixels, of which 96 are an inch (CSS Images 3, 4.1)."""

from __future__ import annotations

import re

from lxml import etree

from builder.resolve.pictures.faults import UnusableSvg

_LENGTH = re.compile(
    r"^\s*([+]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|q)?\s*$", re.IGNORECASE
)
_PX = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "q": 96 / 101.6,
}


def natural_size(root: etree._Element) -> tuple[float, float]:
    """Return width and height.

    Raises:
        UnusableSvg: it has none.
    """
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = _view_box(root.get("viewBox"))
    if width and height:
        return width, height
    if box is None:
        raise UnusableSvg("has no size: it needs width and height, or viewBox")
    ratio = box[0] / box[1]
    if width:
        return width, width / ratio
    return (height * ratio, height) if height else box


def _length(value: str | None) -> float | None:
    match = _LENGTH.match(value or "")
    return float(match[1]) * _PX[(match[2] or "").lower()] or None if match else None


def _view_box(value: str | None) -> tuple[float, float] | None:
    try:
        _, _, width, height = (float(part) for part in re.split(r"[\s,]+", (value or "").strip()))
    except ValueError:
        return None
    return (width, height) if width > 0 and height > 0 else None
