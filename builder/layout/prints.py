"""Stage 6 for the deck on paper: HTML and style sheets in, pages out."""

from __future__ import annotations

from builder.compose.report import ComposedReport
from builder.diagnostics import Diagnostics, Outcome
from builder.layout.fetcher import SCHEME, MemoryFetcher
from builder.layout.fonts import theme_fonts
from builder.layout.paint import PDF_VARIANT
from builder.layout.report import ReportPages, pages_of
from builder.layout.running import running
from builder.layout.weasy import weasyprint
from builder.theme.theme import Theme


def lay_out_print(composed: ComposedReport, theme: Theme) -> Outcome[ReportPages]:
    """Return the pages of a printed deck; its slides were proven to fit before.

    Diagnostics: B402, a style rule that the engine does not know, or a picture that it cannot draw; B730, it takes
    too long.
    """
    found = Diagnostics()
    fetcher = MemoryFetcher(composed.resources)
    document = None
    with running(found, composed.style_sheets, composed.spans):
        source = weasyprint.HTML(string=composed.html, base_url=SCHEME, url_fetcher=fetcher)
        document = source.render(
            font_config=theme_fonts(theme), pdf_variant=PDF_VARIANT, presentational_hints=True
        )
    if document is None:
        return found.outcome(None)
    return found.outcome(pages_of(document, source.etree_element, composed.style_sheets))
