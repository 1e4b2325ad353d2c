"""Lay out slides, each as a document of its own.

The page is as wide as the slide and much higher, so that nothing is ever broken over pages: what does not fit
its frame is seen from the boxes, and where to split it too. Positions inside a slide do not depend on it.
"""

from __future__ import annotations

from collections.abc import Mapping

from builder.diagnostics import Diagnostics
from builder.layout.boxes import LaidOutPage
from builder.layout.fetcher import MemoryFetcher
from builder.layout.fonts import theme_fonts
from builder.layout.log import log_as_diagnostics
from builder.layout.read_boxes import read_page
from builder.layout.weasy import weasyprint
from builder.theme.theme import Theme
from builder.units import Size

PAGE_HEIGHTS = 40
"""Height of the page that slides are laid out on, in slides."""


class SlideLayouter:
    """Lays out slides of one theme and size; fonts and style sheets are read once.

    Whatever the engine complains of goes to `found`; `style_sheets` are texts by name.
    """

    def __init__(self, theme: Theme, style_sheets: Mapping[str, str], size: Size, found: Diagnostics) -> None:
        self._fonts = theme_fonts(theme)
        self._fetcher = MemoryFetcher({})
        self._style_sheets = style_sheets
        self._found = found
        with log_as_diagnostics(found, style_sheets):
            self._styles = [self._css(text) for text in (_page_rules(size), *style_sheets.values())]

    def _css(self, text: str) -> object:
        return weasyprint.CSS(string=text, font_config=self._fonts, url_fetcher=self._fetcher)

    def lay_out(self, html: str) -> LaidOutPage:
        """Return the page of one slide.

        Why presentational hints: the engine takes the `start` and `value` of lists for such.
        """
        source = weasyprint.HTML(string=html, base_url="diptych:", url_fetcher=self._fetcher)
        with log_as_diagnostics(self._found, self._style_sheets):
            document = source.render(
                stylesheets=self._styles, font_config=self._fonts, presentational_hints=True
            )
        return read_page(document.pages[0])


def _page_rules(size: Size) -> str:
    height = size.height.px * PAGE_HEIGHTS
    return (
        f"@page {{ size: {size.width.px}px {height}px; margin: 0 }}"
        "html, body { margin: 0; padding: 0 }"
        "section.slide { display: flow-root; position: relative }"
        f"section.slide {{ width: {size.width.px}px; height: {size.height.px}px }}"
    )
