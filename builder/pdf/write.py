"""Stage 6, write the briefing: laid-out pages to the bytes of a PDF."""

from __future__ import annotations

from hashlib import sha256

from builder.diagnostics import Outcome
from builder.layout.report import ReportPages
from builder.model.document import Document


def write_briefing(pages: ReportPages, document: Document) -> Outcome[bytes]:
    """Return the briefing as PDF/UA-1, with outline, links, metadata and embedded subsets of its fonts.

    Title, authors, keywords, language and dates are the document's; nothing in it comes from the clock. The first half
    of the file identifier stays the same through all editions of one content file (ISO 32000-1, 14.4).

    Diagnostics: B303, a character that no font of the theme has; B402, what the layout engine reports.
    """
    return pages.paint(sha256(document.file.encode()).hexdigest()[:32].encode())
