"""How much an SVG draws: what it uses again and again counts each time, and must come to an end.

References that repeat a drawing: SVG 2, 5.6 (`use`), 8.8 (markers), 13.4 (patterns), CSS Masking 1, Filter Effects 1.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NoBase64
from urllib.parse import unquote_to_bytes

from lxml import etree

from builder.limits import DEEPEST_DRAWING, LONGEST_SIDE_PX, MOST_ELONGATED, MOST_PIXELS, MOST_SHAPES
from builder.resolve.pictures.faults import TooMuchToDraw, UnusableImage, UnusableSvg

_REFERENCE = re.compile(r"""url\(\s*["']?#([^"')]+)""", re.IGNORECASE)
SHAPES_FOR_A_FILTER = 400
_DATA = re.compile(r"data:[^,;]*(?P<coded>;base64)?[^,]*,(?P<data>.*)", re.IGNORECASE | re.DOTALL)


def check_extent(root: etree._Element, width_px: float, height_px: float) -> None:
    """Check that an SVG of this natural size is small enough to be drawn.

    Raises:
        TooMuchToDraw: it has too many shapes, too many levels of them, or a size that no page has. UnusableSvg: it
            holds an image that is none.
    """
    if not max(width_px, height_px) <= LONGEST_SIDE_PX:
        raise TooMuchToDraw(f"is more than {LONGEST_SIDE_PX:,} pixels wide or high")
    if max(width_px, height_px) > MOST_ELONGATED * min(width_px, height_px):
        raise TooMuchToDraw(f"is more than {MOST_ELONGATED} times as long in one direction as in the other")
    if _Drawing(root).count(root, 0) > MOST_SHAPES:
        raise TooMuchToDraw(f"draws more than {MOST_SHAPES:,} shapes")
    _check_images(root)


class _Drawing:
    """Counts the shapes below elements, each element once."""

    def __init__(self, root: etree._Element) -> None:
        self._by_id = {str(node.get("id")): node for node in root.iter(etree.Element) if node.get("id")}
        self._counts: dict[etree._Element, tuple[int, int]] = {}
        self._open: set[etree._Element] = set()

    def count(self, node: etree._Element, depth: int) -> int:
        """Return how many shapes are drawn for `node`, which stands `depth` levels down."""
        return self._measure(node, depth)[0]

    def _measure(self, node: etree._Element, depth: int) -> tuple[int, int]:
        """Return the shapes of `node`, and the levels below it."""
        known = self._counts.get(node)
        if depth + (known[1] if known else 0) > DEEPEST_DRAWING:
            raise TooMuchToDraw(f"has more than {DEEPEST_DRAWING} levels of groups, line {node.sourceline}")
        if known:
            return known
        if node in self._open:
            raise TooMuchToDraw(f"draws a shape inside itself without end, line {node.sourceline}")
        self._open.add(node)
        below = [
            self._measure(child, depth + 1)
            for child in (*node.iterchildren(etree.Element), *self._used(node))
        ]
        self._open.discard(node)
        shapes = min(_own_weight(node) + sum(count for count, _ in below), MOST_SHAPES + 1)
        self._counts[node] = shapes, 1 + max((levels for _, levels in below), default=0)
        return self._counts[node]

    def _used(self, node: etree._Element) -> list[etree._Element]:
        """Return what is drawn again for an element, by the references in its attributes; links draw nothing."""
        names: list[str] = []
        for attribute, value in node.attrib.items():
            if etree.QName(attribute).localname == "href" and etree.QName(node).localname != "a":
                names.append(str(value).strip().removeprefix("#"))
            else:
                names += _REFERENCE.findall(str(value))
        return [self._by_id[name] for name in names if name in self._by_id]


def _own_weight(node: etree._Element) -> int:
    """Return for how many shapes an element counts itself; a filter is computed for each point of the picture."""
    if etree.QName(node).localname == "feTurbulence":
        octaves = str(node.get("numOctaves", "1")).strip()
        return SHAPES_FOR_A_FILTER * (
            int(octaves) if octaves.isdecimal() and len(octaves) < 6 else MOST_SHAPES
        )
    return SHAPES_FOR_A_FILTER if node.get("filter") or "filter" in str(node.get("style")) else 1


def _check_images(root: etree._Element) -> None:
    """Check the images that an SVG holds in `data:` addresses."""
    left = MOST_PIXELS
    for node in root.iter(etree.Element):
        for attribute, value in node.attrib.items():
            address = str(value).strip()
            if etree.QName(attribute).localname == "href" and address.lower().startswith("data:"):
                left -= _count_pixels(address, node)
                if left < 0:
                    raise TooMuchToDraw(f"holds images of more than {MOST_PIXELS // 10**6} million pixels")


def _count_pixels(address: str, node: etree._Element) -> int:
    from builder.resolve.pictures.raster import count_pixels  # Pillow, which few drawings need

    match = _DATA.fullmatch(address)
    try:
        data = unquote_to_bytes(match["data"]) if match else b""
        return count_pixels(b64decode(data) if match and match["coded"] else data)
    except (NoBase64, UnusableImage):
        raise UnusableSvg(f"holds an image that cannot be read, line {node.sourceline}") from None
