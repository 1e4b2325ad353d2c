"""Name the pages of a PDF once, where pydyf names all of them for each element of the tag tree."""

from __future__ import annotations

from typing import Any


def mend(weasyprint: Any) -> None:
    """Have pydyf remember the references to the pages of a PDF as long as no page is added to it.

    Why: each element of the tag tree asks for one of them, so that the time grew with the square of the pages.
    """
    pdf_class = weasyprint.pdf.pydyf.PDF
    original = pdf_class.page_references.fget

    def page_references(pdf: Any) -> tuple[bytes, ...]:
        count = len(pdf.pages["Kids"])
        known: tuple[int, tuple[bytes, ...]] = pdf.__dict__.get("known_page_references", (0, ()))
        if known[0] != count:
            known = pdf.known_page_references = count, original(pdf)
        return known[1]

    pdf_class.page_references = property(page_references)
