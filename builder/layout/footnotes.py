"""Footnotes on pages: each on that of its call, and none taller than it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any


def mend(weasyprint: Any) -> None:
    """Keep WeasyPrint from sending the footnotes of a page to the next one to make room for a second line of text.

    What it sends on it loses where several go at once, and where pages are laid out again for their numbers
    (WeasyPrint#2432 and pull request 2437, open at version 70.0). It sends none while it lays out columns, so text is
    laid out as if it stood in some; only the height of the footnotes is to be reckoned as outside of them.
    """
    block, context = weasyprint.layout.block, weasyprint.layout.LayoutContext
    lay_out_lines, update_area = block._linebox_layout, context._update_footnote_area

    def lay_out_lines_first(layout: Any, *args: Any) -> Any:
        in_column = layout.in_column
        layout.in_column = True
        try:
            return lay_out_lines(layout, *args)
        finally:
            layout.in_column = in_column

    def update_area_of_page(layout: Any) -> Any:
        in_column = layout.in_column
        layout.in_column = False
        try:
            return update_area(layout)
        finally:
            layout.in_column = in_column

    block._linebox_layout = lay_out_lines_first
    context._update_footnote_area = update_area_of_page


def find_tall_footnotes(pages: Sequence[Any]) -> Iterator[tuple[str, float]]:
    """Yield the id of the longest footnote of each page whose footnotes leave it at the top, and by how many pixels.

    The engine gives a footnote that is taller than its page to the next one, and cuts it off there without a word.
    """
    for page in pages:
        for area in _areas(page._page_box):
            excess = page._page_box.content_box_y() - area.border_box_y()
            if excess > 0:
                longest = max(area.children, key=lambda box: float(box.margin_height()))
                yield longest.element.get("id", ""), excess


def height_of_footnotes(page_box: Any) -> float:
    """Return how much of a page its footnotes take, in CSS pixels."""
    return sum(float(area.margin_height()) for area in _areas(page_box))


def _areas(page_box: Any) -> list[Any]:
    """Return the box of the footnotes, where a page has any."""
    return [box for box in page_box.children if type(box).__name__ == "FootnoteAreaBox" and box.children]
