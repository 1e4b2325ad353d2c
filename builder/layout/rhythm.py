"""Baseline rhythm: lines of text on facing pages, and on both sides of a sheet, stand at the same heights.

Headings, captions and tables have lines of their own, so that what follows them stands anywhere. Paragraphs and lists
are moved, with the heading above them, to the nearest half line: by a quarter of a line at most, about 3 pt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from builder.layout.flow import flow_boxes, heads

TEXT = frozenset({"p", "ul", "ol"})
LEAST_PX = 0.05


def keep_rhythm(pages: Sequence[Any]) -> None:
    """Move the text of laid-out pages to a grid of half lines that begins at the top of each page's text."""
    for page in pages:
        box = page._page_box
        line = _line_height(box)
        for group in _groups(list(flow_boxes(box))):
            _snap(group, box, line / 2)


def _line_height(page: Any) -> float:
    return float(page.children[0].style["line_height"].value)


def _groups(boxes: list[Any]) -> list[list[Any]]:
    """Return each paragraph and list with the headings right above it; other boxes stay where they are."""
    groups: list[list[Any]] = []
    headings: list[Any] = []
    for box in boxes:
        if heads(box.element):
            headings.append(box)
            continue
        if box.element_tag in TEXT:
            groups.append([*headings, box])
        headings = []
    return groups


def _snap(group: list[Any], page: Any, grid: float) -> None:
    top = page.content_box_y()
    first = _first_line(group[-1])
    if first is None or abs(first.height - 2 * grid) > LEAST_PX:
        return
    beyond = (first.position_y - top) % grid
    down = grid - beyond
    shift = -beyond if beyond <= down else down
    if group[-1].border_box_y() + group[-1].border_height() + shift > top + page.height:
        shift = -beyond
    if abs(shift) > LEAST_PX and group[0].border_box_y() + shift >= top - LEAST_PX:
        for box in group:
            box.translate(0, shift)


def _first_line(box: Any) -> Any:
    """Return the first line box in `box`, or None."""
    if hasattr(box, "baseline") and type(box).__name__ == "LineBox":
        return box
    found = (_first_line(child) for child in getattr(box, "children", ()))
    return next((line for line in found if line is not None), None)
