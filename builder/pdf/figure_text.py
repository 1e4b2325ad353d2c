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
    text = _with_whole_characters("".join(_stretches(text_page, frame)))
    return text.replace("\r\n", "\n").strip()


def _stretches(text_page: Any, frame: Box) -> Iterator[str]:
    """Yield each character that is in the frame, after what was not drawn and stands before it."""
    between = ""
    box = raw.FS_RECTF()
    for index in range(raw.FPDFText_CountChars(text_page)):
        character = chr(raw.FPDFText_GetUnicode(text_page, index))
        if raw.FPDFText_IsGenerated(text_page, index) == 1:
            between += character
            continue
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        if _is_inside((box.left, box.bottom, box.right, box.top), frame):
            yield between + character
            between = ""


def _is_inside(box: Box, frame: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]


def _with_whole_characters(text: str) -> str:
    """Return `text` with surrogates joined, in which some systems count, and without what stands for no character."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "")
