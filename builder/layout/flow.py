"""What stands in the flow of a page of the report: paragraphs, lists, headings and blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

FRAMES = frozenset({"html", "body", "main", "section"})
FRAME_CLASSES = frozenset({"text", "points"})
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def flow_boxes(box: Any) -> Iterator[Any]:
    """Yield WeasyPrint's boxes of the flow below `box`, a page's or a frame's, from top to bottom."""
    for child in getattr(box, "children", ()):
        if child.element is None or not child.is_in_normal_flow():
            continue
        if child.element_tag in FRAMES or not FRAME_CLASSES.isdisjoint(_classes(child.element)):
            yield from flow_boxes(child)
        else:
            yield child


def heads(element: Any) -> bool:
    """Return whether an element is a heading, or the line below one."""
    return element.tag in HEADINGS or "headline" in _classes(element)


def opens(element: Any) -> bool:
    """Return whether something must follow an element on the same page."""
    return heads(element) or "lead-in" in _classes(element)


def _classes(element: Any) -> list[str]:
    return str(element.get("class", "")).split()
