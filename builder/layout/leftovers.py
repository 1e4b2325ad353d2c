"""Let go of what only the layout needs once the pages are there: half of the memory of a long report."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

NEEDED = ("font_config", "get_image_from_uri", "dictionaries", "counter_style")
"""What drawing asks the context of a layout for: pictures are drawn with it, and so keep it."""

FEW_PAGES = 50
"""The boxes of up to so many, some 1.5 MB a page, may wait to be let go."""


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 leave in the context of a layout only what is `NEEDED`, when all pages are laid out.

    Its other parts hold the boxes that the pages were made of, with their texts as they were before.
    """
    original = weasyprint.document.layout_document

    def layout_document(html: Any, root_box: Any, context: Any) -> Iterator[Any]:
        yield from original(html, root_box, context)
        context.target_collector.target_lookup_items.clear()
        context.target_collector.counter_lookup_items.clear()
        for name in set(vars(context)).difference(NEEDED):
            delattr(context, name)

    weasyprint.document.layout_document = layout_document


def let_go(page_count: int) -> None:
    """Free the boxes of pages that nobody holds any more; they hold one another."""
    if page_count > FEW_PAGES:
        gc.collect()
