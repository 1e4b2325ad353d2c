"""Lay out slides, each as a document of its own.

The page is as wide as the slide and much higher, so that nothing is ever broken over pages: what does not fit
its frame is seen from the boxes, and where to split it too. Positions inside a slide do not depend on it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostics
from builder.layout.boxes import LaidOutPage
from builder.layout.page_codec import decode_page, encode_page
from builder.layout.ready_pages import find_ready_page, key_of
from builder.store import Store, hash_of_files
from builder.theme.theme import Theme
from builder.units import Size

if TYPE_CHECKING:
    from builder.layout.slide_engine import SlideEngine

PAGE_HEIGHTS = 40
"""Height of the page that slides are laid out on, in slides."""


class SlideLayouter:
    """Lays out slides of one theme and size; fonts and style sheets are read once, and each HTML is laid out once.

    Whatever the engine complains of goes to `found`; `style_sheets` are texts by name. What `store` has of earlier
    builds is not laid out again, and only what the engine did not complain of is kept there.
    """

    def __init__(
        self,
        theme: Theme,
        style_sheets: Mapping[str, str],
        size: Size,
        found: Diagnostics,
        store: Store | None = None,
    ) -> None:
        self._theme = theme
        self._page_rules = _page_rules(size)
        self._style_sheets = style_sheets
        self._found = found
        self._store = store
        self._engine: SlideEngine | None = None
        self._pages: dict[str, LaidOutPage] = {}
        self._common: tuple[bytes | str, ...] = (self._page_rules, *style_sheets.values())
        self._common += (hash_of_files(theme.font_files),)
        self._load_unless_known_as_clean()

    @property
    def common(self) -> tuple[bytes | str, ...]:
        """All that pages are laid out of beside their HTML: rules, style sheets and fonts."""
        return self._common

    def _load_unless_known_as_clean(self) -> None:
        """Have the style sheets read, for what there is to complain of in them, unless the store knows: nothing."""
        key = self._store.key("style sheets", *self._common) if self._store else ""
        if self._store and self._store.find(key) is not None:
            return
        before = len(tuple(self._found))
        self._require_engine()
        if self._store and len(tuple(self._found)) == before:
            self._store.keep(key, b"")

    def _require_engine(self) -> SlideEngine:
        if self._engine is None:
            from builder.layout.slide_engine import SlideEngine

            self._engine = SlideEngine(self._theme, self._page_rules, self._style_sheets, self._found)
        return self._engine

    def lay_out(self, html: str) -> LaidOutPage:
        """Return the page of one slide.

        Raises:
            LayoutTooLong: with this slide, all of them together take too long.
        """
        page = self._pages.get(html)
        if page is None:
            page = self._pages[html] = (
                self._find(html, self._store) if self._store else self._lay_out(html)[0]
            )
        return page

    def lay_out_sample(self, html: str) -> LaidOutPage:
        """Return the page of the sample of a layout, which may have come with the program."""
        return find_ready_page(self.key_of_sample(html)) or self.lay_out(html)

    def key_of_sample(self, html: str) -> str:
        """Return the key of a sample among the pages that come with the program."""
        return key_of((*self._common, html))

    def _find(self, html: str, store: Store) -> LaidOutPage:
        """Return the page that the store has, else lay it out and keep it there."""
        key = store.key("slide", *self._common, html)
        kept = store.find(key)
        if kept is not None:
            with contextlib.suppress(ValueError, LookupError, TypeError):
                return decode_page(kept)
        page, clean = self._lay_out(html)
        if clean:
            store.keep(key, encode_page(page))
        return page

    def _lay_out(self, html: str) -> tuple[LaidOutPage, bool]:
        """Return the page of one slide, and whether the engine had nothing to complain of."""
        found = Diagnostics()
        page = self._require_engine().lay_out(html, found)
        self._found.extend(found)
        return page, not tuple(found)


def _page_rules(size: Size) -> str:
    height = size.height.px * PAGE_HEIGHTS
    return (
        f"@page {{ size: {size.width.px}px {height}px; margin: 0 }}"
        "html, body { margin: 0; padding: 0 }"
        "section.slide { display: flow-root; position: relative }"
        f"section.slide {{ width: {size.width.px}px; height: {size.height.px}px }}"
    )
