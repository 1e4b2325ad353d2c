"""Set each paragraph of the report in the direction in which it is read, as HTML's `dir="auto"` would."""

from __future__ import annotations

from typing import Any

from builder.markup.direction import reads_from_right

PARAGRAPHS = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "caption", "figcaption"}
)
NESTED = frozenset({"ul", "ol", "p", "table"})
"""What inside a paragraph's element is no part of its own text."""

RIGHT_TO_LEFT = "direction: rtl"
MARKER_ROOM = "margin-right: 1.4em"
"""For the marker of an item, which stands right of it then."""


def mark_direction(root: Any) -> None:
    """Give every element of text that is read from right to left the direction; WeasyPrint 70.0 has no `dir`."""
    for element in root.iter():
        if element.tag in PARAGRAPHS and reads_from_right("".join(_own_text(element))):
            styles = [element.get("style", ""), RIGHT_TO_LEFT, MARKER_ROOM if element.tag == "li" else ""]
            element.set("style", "; ".join(filter(None, styles)))


def _own_text(element: Any) -> list[str]:
    parts = [element.text or ""]
    for child in element:
        if child.tag not in NESTED:
            parts += _own_text(child)
        parts.append(child.tail or "")
    return parts
