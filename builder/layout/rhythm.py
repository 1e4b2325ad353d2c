"""Baseline rhythm: lines of text on facing pages, and on both sides of a sheet, stand at the same heights.

Headings, captions and tables have lines of their own, so that what follows them stands anywhere. Paragraphs and lists
are moved, with the heading above them, to the nearest half line: by a quarter of a line mostly, about 3 pt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from builder.layout.flow import flow_boxes, heads
from builder.layout.weasy import weasyprint

TEXT = frozenset({"p", "ul", "ol"})
LEAST_PX = 0.05
TIE_PX = 0.5
"""Spaces are quarters of a line, so that text often stands half-way: then it moves down, away from what is above."""


def keep_rhythm(pages: Sequence[Any]) -> None:
    """Move the text of laid-out pages to a grid of half lines that begins at the top of each page's text."""
    for page in pages:
        box = page._page_box
        grid = _line_height(box.children[0].style) / 2
        if grid <= 0:
            continue
        for run in _runs(list(flow_boxes(box))):
            shifts = _find_shifts(run, box, grid)
            for group, shift in zip(run, shifts, strict=True):
                for moved in group if abs(shift) > LEAST_PX else ():
                    moved.translate(0, shift)


def _line_height(style: Any) -> float:
    """Return the used height of a line, in px, where it is 'normal' or a number too (CSS 2.1, 10.8)."""
    return float(weasyprint.text.line_break.strut(style)[0])


def _runs(boxes: list[Any]) -> list[list[list[Any]]]:
    """Return the runs of paragraphs and lists, each with the headings right above it; other boxes end a run."""
    runs: list[list[list[Any]]] = [[]]
    headings: list[Any] = []
    for box in boxes:
        if heads(box.element):
            headings.append(box)
            continue
        if box.element_tag in TEXT:
            if headings:
                runs.append([])
            runs[-1].append([*headings, box])
        else:
            runs.append([])
        headings = []
    return [run for run in runs if run]


def _find_shifts(run: list[list[Any]], page: Any, grid: float) -> list[float]:
    """Return how far each part of a run moves: all alike, so that the space between them stays; none if none fits."""
    top, bottom = page.content_box_y(), page.content_box_y() + page.height
    firsts = [_first_line(group[-1]) for group in run]
    if any(line is None or abs(line.height - 2 * grid) > LEAST_PX for line in firsts):
        return [0.0] * len(run)
    beyond = [(line.position_y - top) % grid for line in firsts]
    down, up = grid - beyond[0], -beyond[0]
    last = run[-1][-1]
    for start in (down, up) if down <= -up + TIE_PX else (up, down):
        shifts = [start]
        for part in beyond[1:]:
            shifts.append(_nearest((-part, grid - part), shifts[-1]))
        fits = last.border_box_y() + last.border_height() + shifts[-1] <= bottom + LEAST_PX
        if fits and run[0][0].border_box_y() + start >= top - LEAST_PX:
            return shifts
    return [0.0] * len(run)


def _nearest(options: tuple[float, float], to: float) -> float:
    return min(options, key=lambda option: abs(option - to))


def _first_line(box: Any) -> Any:
    """Return the first line box in `box`, or None."""
    if hasattr(box, "baseline") and type(box).__name__ == "LineBox":
        return box
    found = (_first_line(child) for child in getattr(box, "children", ()))
    return next((line for line in found if line is not None), None)
