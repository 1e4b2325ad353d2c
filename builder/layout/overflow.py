"""Find text that leaves its place on a page: the layout engine sets it there without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from builder.layout.weasy import weasyprint

TOLERANCE_PX = 1.0

_boxes = weasyprint.formatting_structure.boxes


@dataclass(frozen=True, slots=True)
class Overflow:
    """Text that sticks out.

    Attributes:
        path: of the block that it belongs to, or empty. text: the line's part that does.
        excess_px: how far it leaves its table cell or the printed area. cut: whether it leaves the sheet.
    """

    path: str
    text: str
    excess_px: float
    cut: bool


def find_overflows(pages: Sequence[Any]) -> Iterator[Overflow]:
    """Yield each text but hung marks that leaves its cell or the text area sideways, or the text area at the foot."""
    for page in pages:
        box = page._page_box
        right = box.content_box_x() + box.width
        bottom = box.content_box_y() + box.height
        for child in box.children:
            if not isinstance(child, _boxes.MarginBox):
                yield from _search(child, "", right, bottom, page.width)


def _search(box: Any, path: str, right: float, bottom: float, sheet: float) -> Iterator[Overflow]:
    if isinstance(box, _boxes.TextBox):
        excess = max(box.position_x + box.width - right, box.position_y + box.height - bottom)
        if excess > TOLERANCE_PX and box.text.strip():
            yield Overflow(path, box.text.strip(), excess, box.position_x + box.width > sheet)
        return
    if box.element is not None:
        if box.element.get("class") == "hanging":
            return
        path = box.element.get("data-block", path)
    if isinstance(box, _boxes.TableCellBox):
        right = min(right, box.position_x + box.margin_width())
    for child in box.all_children():
        yield from _search(child, path, right, bottom, sheet)
