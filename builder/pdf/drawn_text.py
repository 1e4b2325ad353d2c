"""The text of a page in the order in which it is drawn, each stretch of one font on a line of its own.

Why: pdfium sorts what stands on one baseline from left to right, but starts anew behind a raised character. So
"CD8", a raised plus and " T cells" in a heading come out with the heading's number, drawn later, in between.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as raw


def drawn_text(page: Any, text_page: Any) -> str:
    """Return the text of everything that is tagged; running heads and feet are not."""
    objects = (raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page)))
    tagged = (found for found in objects if raw.FPDFPageObj_GetMarkedContentID(found) >= 0)
    return "\n".join(_text(inner, text_page) for found in tagged for inner in _text_objects(found))


def _text_objects(found: Any) -> Iterator[Any]:
    """Yield a text object, or those inside a form (ISO 32000-1, 8.10)."""
    kind = raw.FPDFPageObj_GetType(found)
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        yield found
    for index in range(raw.FPDFFormObj_CountObjects(found) if kind == raw.FPDF_PAGEOBJ_FORM else 0):
        yield from _text_objects(raw.FPDFFormObj_GetObject(found, index))


def _text(found: Any, text_page: Any) -> str:
    size = raw.FPDFTextObj_GetText(found, text_page, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFTextObj_GetText(found, text_page, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
