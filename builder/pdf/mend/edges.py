"""The page boxes for the printer (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

import pikepdf

from builder.units import Length


def mend_bleed(pdf: pikepdf.Pdf, bleed: Length) -> None:
    """Let the bleed box of each page lie `bleed` outside of its trim box; WeasyPrint 70.0 takes 10 pt at most.

    Sheets no larger than the page are left alone.
    """
    for page in pdf.pages:
        if list(page.mediabox) == list(page.trimbox):
            continue
        left, bottom, right, top = (float(edge) for edge in page.trimbox)
        box = (left - bleed.pt, bottom - bleed.pt, right + bleed.pt, top + bleed.pt)
        page.bleedbox = pikepdf.Array([round(edge, 4) for edge in box])
