"""References to the pages of a PDF are those of its pages, whenever they are asked for."""

from __future__ import annotations

from builder.layout.weasy import weasyprint


def test_references_name_each_page_that_was_added_so_far() -> None:
    pydyf = weasyprint.pdf.pydyf
    pdf = pydyf.PDF()
    assert pdf.page_references == ()
    pages = []
    for _ in range(3):
        pdf.add_object(pydyf.Dictionary({"Type": "/Other"}))
        pages.append(pydyf.Dictionary({"Type": "/Page"}))
        pdf.add_page(pages[-1])
        assert pdf.page_references == tuple(page.reference for page in pages)
    assert pdf.page_references is pdf.page_references
