"""Lay out a page in more than one way, for the `page_filler` of the fonts to choose from."""

from __future__ import annotations

from math import inf
from typing import Any

from builder.layout.flow import FlowOrder, Unit
from builder.layout.page_filling import LaidOut, PageFiller, fill
from builder.layout.page_state import PageState


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 fill the pages of a document whose fonts have a `page_filler` as they are laid out."""
    module = weasyprint.layout.page
    remake_page, lay_out_block = module.remake_page, weasyprint.layout.block.block_level_layout

    def remake_filled_page(index: int, context: Any, root: Any, html: Any) -> tuple[Any, Any]:
        filler: PageFiller | None = getattr(context.font_config, "page_filler", None)
        if filler is None:
            made: tuple[Any, Any] = remake_page(index, context, root, html)
            return made

        def lay_out() -> LaidOut:
            box, resume_at = remake_page(index, context, root, html)
            following = context.page_maker[index + 1][1]
            return LaidOut(box, resume_at, following["break"], following["page"])

        def lay_out_again() -> LaidOut:
            before.restore(context)
            return lay_out()

        def height_of(unit: Unit) -> float:
            around = unit.parent if hasattr(unit.parent, "width") else page.box  # if it was not laid out yet
            return _height_of(unit.box.deepcopy(), around, context, lay_out_block)

        before = PageState(context, index)
        page = lay_out()
        while figures := filler.find_figures(page, root, height_of):
            after, order = PageState(context, index), FlowOrder(figures)
            filled = fill(page, order, root, lay_out_again)
            if filled is None:
                order.undo()
                after.restore(context)
                break
            page = filled
        return page.box, page.resume_at

    module.remake_page = remake_filled_page


def _height_of(box: Any, around: Any, context: Any, lay_out_block: Any) -> float:
    """Return the height of a box inside of another in CSS pixels, its margins too, without what its text calls up."""
    box.position_x = box.position_y = 0
    footnotes, context.footnotes = context.footnotes, []
    context.create_block_formatting_context()
    laid_out = lay_out_block(context, box, -inf, None, around, True, [], [])[0]
    context.finish_block_formatting_context()
    context.footnotes = footnotes
    return float(laid_out.margin_height())
