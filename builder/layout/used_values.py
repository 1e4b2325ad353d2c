"""Compute the used lengths of a box once for each style and containing block."""

from __future__ import annotations

import functools
from typing import Any

NAMES = (
    *(f"{edge}_{side}" for edge in ("margin", "padding") for side in ("top", "right", "bottom", "left")),
    *(f"{bound}{axis}" for bound in ("", "min_", "max_") for axis in ("width", "height")),
    *(f"border_{side}_width" for side in ("top", "right", "bottom", "left")),
)
"""The attributes of a box that `resolve_percentages` sets."""


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 set the lengths of a box to what they were for a box of the same style and surroundings.

    Why: it is asked several times for each box, and takes a twelfth of the time of a layout. Cells whose borders
    collapse have lengths that are not of their style alone.
    """
    boxes, original = weasyprint.formatting_structure.boxes, weasyprint.layout.percent.resolve_percentages

    @functools.wraps(original)
    def resolve_percentages(box: Any, containing_block: Any) -> None:
        style = box.style
        if style["border_collapse"] == "collapse" or not isinstance(box, boxes.Box):
            original(box, containing_block)
            return
        if isinstance(containing_block, boxes.Box):
            containing_block = (containing_block.width, containing_block.height)
        key = (*containing_block, isinstance(box, boxes.PageBox))
        known = style.__dict__.setdefault("used_values", {})
        values = known.get(key)
        if values is None:
            original(box, containing_block)
            known[key] = {name: box.__dict__[name] for name in NAMES}
        else:
            box.__dict__.update(values)

    layout = weasyprint.layout
    for module in (
        layout.absolute, layout.block, layout.column, layout.flex, layout.float, layout.grid, layout.inline,
        layout.page, layout.percent, layout.preferred, layout.table,
    ):  # fmt: skip
        if hasattr(module, "resolve_percentages"):
            module.resolve_percentages = resolve_percentages
