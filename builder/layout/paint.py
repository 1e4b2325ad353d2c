"""Paint laid-out pages as PDF."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from typing import Any

from builder.diagnostics import Diagnostics, Outcome
from builder.layout.running import running
from builder.layout.shared_styles import SharedStyles

PDF_VARIANT = "pdf/a-3a"
"""The only variant that has tags, PDF/A's output intent and printed annotations; `pdf.mend` makes it PDF/UA-1 too."""


def paint(
    document: Any,
    identifier: bytes,
    style_sheets: Mapping[str, str],
    finish: Callable[[Any, Any], None],
    known_missing: frozenset[str] = frozenset(),
) -> Outcome[bytes]:
    """Return WeasyPrint's `document` as tagged PDF/A-3a; `finish` is given it and the PDF before that is written.

    `identifier` names the document whatever its edition.

    Diagnostics: B303, a character that no font has and that is not of the `known_missing`; B402, whatever else the
    engine reports; B730, it takes too long.
    """
    found = Diagnostics()
    data = None
    with warnings.catch_warnings(), running(found, style_sheets, {}, known_missing):
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint 70.0 leaves its colour profile open
        data = document.write_pdf(
            pdf_variant=PDF_VARIANT, pdf_identifier=identifier, finisher=finish, uncompressed_pdf=True
        )
    shared: SharedStyles | None = getattr(document.font_config, "shared_styles", None)
    if shared and tuple(found):
        shared.forget()
    return found.outcome(data)
