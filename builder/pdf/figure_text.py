"""The text inside a figure of a page.

Why not pdfium's own text of a rectangle: it leaves out what pdfium puts between two texts that stand side by side, so
that "n = 412" and "0.68" beside it become the number 4120.68.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page."""


def text_within(text_page: Any, frame: Box) -> str:
    """Return the text in `frame` with the spaces and line ends between its characters."""
    return "".join(_stretches(text_page, frame)).replace("\r\n", "\n").strip()


def _stretches(text_page: Any, frame: Box) -> Iterator[str]:
    """Yield each character that is in the frame, after what was not drawn and stands before it."""
    between = ""
    for index in range(text_page.count_chars()):
        character = text_page.get_text_range(index, 1)
        if raw.FPDFText_IsGenerated(text_page, index) == 1:
            between += character
        elif _is_inside(text_page.get_charbox(index, loose=True), frame):
            yield between + character
            between = ""


def _is_inside(box: Box, frame: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]
