"""The layout engine for reports: what those with the same fonts and style sheets share is worked out once."""

from __future__ import annotations

from typing import Any

from builder.diagnostics import Diagnostics
from builder.layout.fetcher import SCHEME, MemoryFetcher
from builder.layout.fonts import theme_fonts
from builder.layout.log import log_as_diagnostics
from builder.layout.page_filling import PageFiller
from builder.layout.paint import PDF_VARIANT
from builder.layout.progress import PageProgress
from builder.layout.shared_styles import SharedStyles
from builder.layout.weasy import weasyprint
from builder.remembered import Remembered
from builder.store import hash_of_files
from builder.theme.theme import Theme

MOST_REPORTS = 40
"""After so many reports, which leave some 0.6 MB each, everything is worked out anew."""


class ReportEngine:
    """WeasyPrint with a theme's fonts and the style sheets of a report; `left` is for how many more reports."""

    def __init__(self, theme: Theme, style_sheets: tuple[str, ...]) -> None:
        self.left = MOST_REPORTS
        self._fonts = theme_fonts(theme)
        self._shared = self._fonts.shared_styles = SharedStyles()
        fetcher = MemoryFetcher({})
        self._styles = [
            weasyprint.CSS(string=text, font_config=self._fonts, url_fetcher=fetcher, base_url=SCHEME)
            for text in style_sheets
        ]

    def lay_out(self, source: Any, progress: PageProgress) -> Any:
        """Return WeasyPrint's document of `source`, which is its HTML without those style sheets.

        Unless it comes about without a complaint, nothing of its styles is known to the next one.
        """
        self.left -= 1
        fonts = self._fonts
        self._shared.begin_document()
        fonts.page_filler, fonts.progress = PageFiller(), progress
        complaints, document = Diagnostics(), None
        try:
            with log_as_diagnostics(complaints, {}):
                document = source.render(
                    stylesheets=self._styles,
                    font_config=fonts,
                    pdf_variant=PDF_VARIANT,
                    presentational_hints=True,
                )
            return document
        finally:
            fonts.page_filler = fonts.progress = None
            if document is None or tuple(complaints):
                self._shared.forget()


_last: Remembered[ReportEngine] = Remembered(1)


def engine_for(theme: Theme, root: Any) -> ReportEngine:
    """Return the engine for the HTML below `root`, whose style sheets are taken out of it: the last one, if it fits.

    One that complains of its style sheets, which it does as it reads them, is not used again.
    """
    sheets = _take_style_sheets(root)
    files = theme.font_files  # which are opened only when a character of theirs is needed
    source = (files, hash_of_files(files), sheets)
    known = _last.find("report", source)
    if known is not None and known.left:
        return known
    complaints = Diagnostics()
    with log_as_diagnostics(complaints, {}):
        engine = ReportEngine(theme, sheets)
    return engine if tuple(complaints) else _last.keep("report", source, engine)


def _take_style_sheets(root: Any) -> tuple[str, ...]:
    """Take the style sheets that hold for every medium out of the HTML, and return their texts."""
    parents = {child: parent for parent in root.iter() for child in parent}
    sheets = [element for element in root.iter("style") if not element.get("media")]
    for element in sheets:
        parents[element].remove(element)
    return tuple(element.text or "" for element in sheets)
