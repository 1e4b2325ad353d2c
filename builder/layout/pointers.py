"""Fill in the numbers of slides on pages that are laid out: their places were kept, so that nothing moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from builder.compose.words import ANY_NUMBER
from builder.layout.weasy import weasyprint

_boxes = weasyprint.formatting_structure.boxes
_create_layout = weasyprint.layout.inline.create_layout


def point_to_slides(pages: Sequence[Any], slides: Mapping[str, int]) -> None:
    """Set the number of the slide in each element with `data-pointer`, a block's path; empty those of other blocks."""
    for page in pages:
        for box in _pointers(page._page_box):
            number = slides.get(box.element.get("data-pointer"))
            if number is None:
                box.children = []
            else:
                _set_number(box, str(number))


def _pointers(box: Any) -> Iterator[Any]:
    for child in (getattr(one, "_box", one) for one in box.all_children()):
        if child.element is not None and child.element.get("data-pointer"):
            yield child
        else:
            yield from _pointers(child)


def _set_number(box: Any, number: str) -> None:
    for child in box.children:
        if isinstance(child, _boxes.TextBox):
            child.text = child.text.replace(ANY_NUMBER, number)
            child.pango_layout = _create_layout(child.text, child.style, None, None, 0)
            child.pango_layout.deactivate()
        else:
            _set_number(child, number)
