"""Leave margin boxes of pages alone where none of them says anything: on slides, and on pages without head or foot."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

AREAS = frozenset(("footnote", "note-area"))
"""What WeasyPrint counts among the margin boxes, and what is laid out with the text."""


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 neither style nor make the margin boxes of a page of which none has `content`.

    Why: its own style sheet aligns the text of all sixteen, for which each is styled, made and thrown away again.
    """
    names = tuple(f"@{name}" for name in sorted(weasyprint.css.PAGE_MARGIN_BOXES - AREAS))
    add_declarations = weasyprint.css.StyleFor.add_page_declarations
    make_boxes = weasyprint.layout.make_margin_boxes

    @functools.wraps(add_declarations)
    def add_page_declarations(self: Any, page_type: Any) -> None:
        add_declarations(self, page_type)
        cascaded = self.get_cascaded_styles()
        keys = [key for name in names if (key := (page_type, name)) in cascaded]
        if not any("content" in cascaded[key] for key in keys):
            for key in keys:
                del cascaded[key]

    @functools.wraps(make_boxes)
    def make_margin_boxes(context: Any, page: Any, state: Any) -> Iterator[Any]:
        styles = context.style_for.get_computed_styles()
        if any((page.page_type, name) in styles for name in names):
            yield from make_boxes(context, page, state)

    weasyprint.css.StyleFor.add_page_declarations = add_page_declarations
    weasyprint.layout.make_margin_boxes = make_margin_boxes
