"""Baseline rhythm: blocks take whole lines, so that the lines of text stand at the same heights on all pages.

A style sheet says which blocks do, and where a block stands in its lines: `--block-step: start`, `center` or `end`,
after `block-step` of CSS Rhythmic Sizing, which neither browsers nor WeasyPrint 70.0 know. A line is that of `html`.
"""

from __future__ import annotations

import functools
from typing import Any

SHARES_ABOVE = {"start": 0.0, "center": 0.5, "end": 1.0}
"""How much of the room in its lines is above a block: it stands at their start, in the middle or at their end."""

LEAST_PX = 0.01


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 add to the height of a block with `--block-step` what its last line leaves free.

    A block that goes on over pages takes whole lines on its last page; the room is below it there. At the foot of
    a page nothing is added, so that what fits still does.
    """
    module = weasyprint.layout.block
    lay_out, strut = module.block_level_layout, weasyprint.text.line_break.strut

    @functools.wraps(lay_out)
    def lay_out_on_lines(
        context: Any, box: Any, bottom_space: float, skip_stack: Any, *args: Any, **options: Any
    ) -> Any:
        result = lay_out(context, box, bottom_space, skip_stack, *args, **options)
        laid_out, resume_at = result[:2]
        share = _share_above(box.style)
        if share is None or laid_out is None or resume_at is not None:
            return result
        height = laid_out.border_height()
        room = _room(height, float(strut(box.style.root_style)[0]))
        if room and not context.overflows_page(bottom_space, laid_out.border_box_y() + height + room):
            laid_out.height += room
            for child in laid_out.children if skip_stack is None else ():
                child.translate(0, room * share)
        return result

    module.block_level_layout = lay_out_on_lines


def _share_above(style: Any) -> float | None:
    """Return the share of the room that goes above a block; None where its element itself has no `--block-step`."""
    value, _ = getattr(style, "cascaded", {}).get("__block_step", ((), None))
    words = [token.value for token in value if token.type == "ident"]
    return SHARES_ABOVE.get(words[0]) if words else None


def _room(height: float, line: float) -> float:
    """Return what is missing from `height` to whole lines; nothing where lines have no height."""
    room = -height % line if line > 0 else 0.0
    return room if LEAST_PX < room < line - LEAST_PX else 0.0
