"""The layout engine for slides: loaded, and its style sheets read, only when a slide has to be laid out."""

from __future__ import annotations

from collections.abc import Mapping

from builder.diagnostics import Diagnostics
from builder.layout.boxes import LaidOutPage
from builder.layout.fetcher import MemoryFetcher
from builder.layout.fonts import theme_fonts
from builder.layout.log import log_as_diagnostics
from builder.layout.read_boxes import read_page
from builder.layout.shared_styles import SharedStyles
from builder.layout.time_limit import LayoutTime
from builder.layout.unpainted import lay_out_unpainted
from builder.layout.weasy import weasyprint
from builder.theme.theme import Theme


class SlideEngine:
    """WeasyPrint with a theme's fonts and the style sheets of a deck.

    Whatever it complains of in `style_sheets`, which are texts by name, goes to `found`.
    """

    def __init__(
        self, theme: Theme, page_rules: str, style_sheets: Mapping[str, str], found: Diagnostics
    ) -> None:
        self._fonts = theme_fonts(theme)
        self._shared = self._fonts.shared_styles = SharedStyles()
        self._fonts.unpainted = True
        self._fetcher = MemoryFetcher({})
        self._style_sheets = style_sheets
        self._time = LayoutTime()
        with log_as_diagnostics(found, style_sheets), self._time.spend():
            self._styles = [self._css(text) for text in (page_rules, *style_sheets.values())]

    def _css(self, text: str) -> object:
        return weasyprint.CSS(string=text, font_config=self._fonts, url_fetcher=self._fetcher)

    def lay_out(self, html: str, found: Diagnostics) -> LaidOutPage:
        """Return the page of one slide; `found`, empty before, gets what there is to complain of in it.

        Raises:
            LayoutTooLong: with this slide, all of them together take too long. LayoutFailed: the engine fails at it.
        """
        self._shared.begin_document()
        source = weasyprint.HTML(string=html, base_url="diptych:", url_fetcher=self._fetcher)
        with log_as_diagnostics(found, self._style_sheets), self._time.spend():
            pages = lay_out_unpainted(weasyprint, source, self._styles, self._fonts)
        if tuple(found):
            self._shared.forget()
        return read_page(pages[0])
