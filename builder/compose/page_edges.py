"""What lies outside of the trimmed page, for the printer: bleed and crop marks."""

from __future__ import annotations

from builder.model.document import ReportSettings

LEAST_MARGIN_MM = 10.0
"""Room outside of the page where there are crop marks."""

OFFSET_MM = 2.0
"""Space between the bleed and where crop marks begin."""


def page_edges(settings: ReportSettings) -> str:
    """Return the style sheet that enlarges the sheet; empty where the sheet is the page.

    Why: WeasyPrint 70.0 draws crop marks over the outer half of the CSS bleed. They must not touch what bleeds, so
    there the CSS bleed is wider than the bleed.
    """
    bleed = settings.bleed.mm
    if settings.crop_marks:
        margin = max(LEAST_MARGIN_MM, 2 * (bleed + OFFSET_MM))
        return f"@page {{ bleed: {margin:g}mm; marks: crop }}"
    return f"@page {{ bleed: {bleed:g}mm }}" if bleed else ""
