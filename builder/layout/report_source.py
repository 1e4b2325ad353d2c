"""The HTML of a report, which may be laid out more than once: what the passes have in common is worked out once."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from typing import Any

from builder.layout.direction import mark_direction
from builder.layout.fetcher import SCHEME, MemoryFetcher
from builder.layout.fonts import ThemeFonts
from builder.layout.paint import PDF_VARIANT
from builder.layout.shared_styles import SharedStyles
from builder.layout.weasy import weasyprint

FEW_PAGES = 50
"""Up to so many, the boxes of another pass, some 5 MB a page, may wait to be let go."""


class ReportSource:
    """A report's HTML, and its style sheets, read; `root` is its first element, which may be changed between passes."""

    def __init__(self, html: str, resources: Mapping[str, bytes], fonts: ThemeFonts) -> None:
        fetcher = MemoryFetcher(resources)
        self._fonts = fonts
        self._source = weasyprint.HTML(string=html, base_url=SCHEME, url_fetcher=fetcher)
        self.root = self._source.etree_element
        mark_direction(self.root)
        self._styles = [
            weasyprint.CSS(string=text, font_config=fonts, url_fetcher=fetcher, base_url=SCHEME)
            for text in _take_style_sheets(self.root)
        ]
        self._shared = fonts.shared_styles = SharedStyles()

    def lay_out(self) -> Any:
        """Return WeasyPrint's document of the HTML as it is now."""
        self._shared.begin_document()
        return self._source.render(
            stylesheets=self._styles,
            font_config=self._fonts,
            pdf_variant=PDF_VARIANT,
            presentational_hints=True,
        )


def let_go(page_count: int) -> None:
    """Free the boxes of a pass that nobody holds any more; they hold one another."""
    if page_count > FEW_PAGES:
        gc.collect()


def _take_style_sheets(root: Any) -> list[str]:
    """Take the style sheets that hold for every medium out of the HTML, and return their texts.

    Why: styles are shared between passes only if their values are the very same objects.
    """
    parents = {child: parent for parent in root.iter() for child in parent}
    sheets = [element for element in root.iter("style") if not element.get("media")]
    for element in sheets:
        parents[element].remove(element)
    return [element.text or "" for element in sheets]
