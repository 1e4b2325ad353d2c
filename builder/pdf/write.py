"""Stage 7, write the report: laid-out pages to the bytes of a PDF."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from hashlib import sha256

from builder.diagnostics import Outcome
from builder.layout.leftovers import let_go
from builder.layout.report import ReportPages
from builder.pdf.attachment import Attachment
from builder.pdf.mend.mend import mend
from builder.units import Length

MANY_PAGES = 200
"""Above, the file is mended in a process of its own: that takes a quarter of a second, and saves 0.5 MB a page."""


def write_report(
    pages: ReportPages,
    file: str,
    missing_glyphs: frozenset[str] = frozenset(),
    *,
    bleed: Length = Length(0),
    attachments: Iterable[Attachment] = (),
) -> Outcome[bytes]:
    """Return the report as PDF/UA-1 and PDF/A-3a, with outline, links, metadata and embedded subsets of its fonts.

    `file` names the content file: the first half of the file identifier stays the same through all its editions
    (ISO 32000-1, 14.4). `bleed` is how far colour runs over the page. Title, authors, keywords, language and dates are
    in the pages; nothing comes from the clock. If nobody else holds the pages, their boxes are let go before the file
    is mended, which takes as much memory.

    Diagnostics: B303, a character that no font of the theme has and that is not of the `missing_glyphs`, reported
    already; B402, what else the layout engine reports.
    """
    name = sha256(file.encode()).hexdigest()[:16]
    painted, page_count = pages.paint(name.encode(), missing_glyphs), pages.page_count
    del pages
    let_go(page_count)
    if painted.value is None:
        return painted
    if page_count > MANY_PAGES and sys.executable:
        from builder.pdf.mend.apart import mend_apart

        data = mend_apart(painted.value, bleed=bleed, attachments=tuple(attachments))
    else:
        data = mend(painted.value, bleed=bleed, attachments=attachments)
    return Outcome(data, painted.diagnostics)
