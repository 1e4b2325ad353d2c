"""Where the objects of a page stand, as far as they can be seen."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw

from builder.pdf.figure_text import Box


def boxes_of(page: Any) -> dict[int, list[Box | None]]:
    """Return where the objects in each marked content of a page stand, by its number; None where one is cut away.

    Why what is cut away counts not: a drawing may go on far outside of its frame, where other text stands.
    """
    boxes: dict[int, list[Box | None]] = {}
    for index in range(raw.FPDFPage_CountObjects(page)):
        found = raw.FPDFPage_GetObject(page, index)
        boxes.setdefault(raw.FPDFPageObj_GetMarkedContentID(found), []).append(_visible_box(found))
    return boxes


def _visible_box(found: Any) -> Box | None:
    sides = tuple(ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(found, *sides)
    left, bottom, right, top = (side.value for side in sides)
    clip = raw.FPDFPageObj_GetClipPath(found)
    for path in range(raw.FPDFClipPath_CountPaths(clip)):
        points = list(_points(clip, path))
        if points:
            xs, ys = zip(*points, strict=True)
            left, bottom, right, top = (
                max(left, min(xs)),
                max(bottom, min(ys)),
                min(right, max(xs)),
                min(top, max(ys)),
            )
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def _points(clip: Any, path: int) -> Iterator[tuple[float, float]]:
    """Yield the points of a path that others are cut by, on the page; control points of curves are among them."""
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFClipPath_CountPathSegments(clip, path)):
        segment = raw.FPDFClipPath_GetPathSegment(clip, path, index)
        if raw.FPDFPathSegment_GetPoint(segment, x, y):
            yield x.value, y.value
