"""Stage 6, lay out the report: HTML and style sheets in, pages out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from builder.compose.report import ComposedReport
from builder.diagnostics import Diagnostics, Outcome, Span
from builder.layout.direction import mark_direction
from builder.layout.fetcher import SCHEME, MemoryFetcher
from builder.layout.footnotes import find_tall_footnotes
from builder.layout.links import describe_links
from builder.layout.overflow import Overflow, find_overflows
from builder.layout.paint import paint
from builder.layout.pointers import point_to_slides
from builder.layout.progress import PageProgress, Tell, tell_nothing
from builder.layout.report_engine import engine_for
from builder.layout.running import running
from builder.layout.weasy import weasyprint
from builder.model.document import Document
from builder.resolve.numbering import iter_blocks, iter_sections
from builder.theme.theme import Theme
from builder.units import Length


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the outline; `page` counts from 1."""

    level: int
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class ReportPages:
    """The report, laid out.

    Attributes:
        page_count: how many pages. anchors: the page, from 1, on which each id of the HTML begins.
        headings: of the outline, in order.
    """

    page_count: int
    anchors: Mapping[str, int]
    headings: tuple[Heading, ...]
    style_sheets: Mapping[str, str]
    _document: Any
    _root: Any
    _progress: PageProgress | None = None

    def places_of(self, document: Document) -> dict[str, int]:
        """Return the page on which each section and block of the report begins, by its path."""
        ids = {"key-messages": "the-key-messages", "references": "list-of-references"}
        ids |= {"abbreviations": "list-of-abbreviations"}
        ids |= {section.path: section.id for section, _ in iter_sections(document)}
        ids |= {block.path: block.id for block, _ in iter_blocks(document)}
        return {path: self.anchors[name] for path, name in ids.items() if name in self.anchors}

    def point_to_slides(self, slides: Mapping[str, int]) -> None:
        """Set the slides that show each block, by its path, in the places that were kept for them."""
        point_to_slides(self._document.pages, slides)

    def paint(self, identifier: bytes, known_missing: frozenset[str] = frozenset()) -> Outcome[bytes]:
        """Return the pages as tagged PDF/A-3a; `identifier` names the document whatever its edition.

        They can be painted once: what they are painted from is let go page by page.

        Diagnostics: B303, a character that no font has and that is not of the `known_missing`; B402, whatever else
        the engine reports.
        """
        if self._progress:
            self._progress.follow_painting(self._document.pages)
        return paint(self._document, identifier, self.style_sheets, self._describe_links, known_missing)

    def _describe_links(self, document: Any, _pdf: Any) -> None:
        describe_links(document, self._root, self.anchors)


def lay_out_report(report: ComposedReport, theme: Theme, tell: Tell = tell_nothing) -> Outcome[ReportPages]:
    """Return the pages of a composed report; `tell` is told of each page that is laid out or painted.

    Diagnostics: B402, a style rule that the engine does not know, or a picture that it cannot draw; B603, text that
    leaves its cell or its page; B702, a footnote that is taller than its page; B730, it takes too long.
    """
    found = Diagnostics()
    document = None
    with running(found, report.style_sheets, report.spans):
        fetcher = MemoryFetcher(report.resources)
        source = weasyprint.HTML(string=report.html, base_url=SCHEME, url_fetcher=fetcher)
        root = source.etree_element
        mark_direction(root)
        progress = PageProgress(tell, root)
        document = engine_for(theme, root).lay_out(source, progress)
    if document is None:
        return found.outcome(None)
    for overflow in find_overflows(document.pages):
        _report_overflow(overflow, report.spans.get(overflow.path), found)
    for name, excess_px in find_tall_footnotes(document.pages):
        excess = Length.from_px(excess_px).mm
        message = f"this footnote is {excess:.0f} mm taller than the page"
        found.error("B702", message, report.spans.get(name), help="say it in the text, or in fewer words")
    pages = pages_of(document, root, report.style_sheets)
    return found.outcome(replace(pages, _progress=progress))


def pages_of(document: Any, root: Any, style_sheets: Mapping[str, str]) -> ReportPages:
    """Return WeasyPrint's `document`, laid out from the HTML below `root`, in our terms."""
    anchors: dict[str, int] = {}
    headings: list[Heading] = []
    for number, page in enumerate(document.pages, start=1):
        for name in page.anchors:
            anchors.setdefault(name, number)
        headings.extend(Heading(level, text, number) for level, text, _, _ in page.bookmarks)
    return ReportPages(len(document.pages), anchors, tuple(headings), style_sheets, document, root)


def _report_overflow(overflow: Overflow, span: Span | None, found: Diagnostics) -> None:
    excess = Length.from_px(overflow.excess_px).mm
    message = (
        f"'{overflow.text}' leaves its {'page' if overflow.cut else 'place on the page'} by {excess:.1f} mm"
    )
    help = "shorten the word, or give its column more width"
    if overflow.cut:
        found.error("B603", message, span, help=help)
    else:
        found.warning("B603", message, span, help=help)
