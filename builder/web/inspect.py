"""Stage 8, inspect the web page: what a reader finds in it, read back from its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

WIDE, NARROW = "wide", "narrow"
"""The windows for which a chart may have a drawing of its own; each shows one of the two."""

UNSEEN = frozenset({"head", "style", "script", "template"})
INLINE = frozenset(
    {"a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "time", "tspan"}
)
"""Elements that do not part the text before them from the text after them."""


GRAPHICS = ("circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect", "text", "use")


@dataclass(frozen=True, slots=True)
class PageDrawing:
    """A picture or chart: its alternative text, how many things are drawn, and the words in it."""

    alt: str
    drawn: int
    text: str


@dataclass(frozen=True, slots=True)
class PageReading:
    """What a page says in one window: its text, parts of it on lines of their own, and its pictures and charts."""

    text: str
    drawings: tuple[PageDrawing, ...]

    @property
    def alts(self) -> tuple[str, ...]:
        """The alternative texts."""
        return tuple(found.alt for found in self.drawings)


def inspect_page(data: bytes, window: str) -> PageReading:
    """Return what the page `data` (UTF-8) says in a `window` that is `WIDE` or `NARROW`."""
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    other = NARROW if window == WIDE else WIDE
    return PageReading("".join(_text(root, other)), tuple(_drawings(root, other)))


def _text(element: Any, other: str) -> Iterator[str]:
    if not _is_seen(element, other):
        return
    edge = "" if element.tag in INLINE else "\n"
    yield edge + (element.text or "")
    for child in element:
        yield from _text(child, other)
        yield child.tail or ""
    yield edge


def _drawings(root: Any, other: str) -> Iterator[PageDrawing]:
    for element in root.iter("img", "svg"):
        alt = element.get("alt") or element.get("aria-label")
        if alt and _is_seen(element, other):
            drawn = 1 if element.tag == "img" else sum(1 for _ in element.iter(*GRAPHICS))
            yield PageDrawing(alt, drawn, "".join(_text(element, other)))


def _is_seen(element: Any, other: str) -> bool:
    """Return whether an element is shown in this window; a drawing for the other one is shown if it is the only one."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return False
    drawings = [child for child in element.getparent() if child.tag == "svg"] if element.tag == "svg" else []
    return len(drawings) < 2 or element.get("class") != other
