"""Pages that are painted and tagged are let go, and the file is the same."""

from __future__ import annotations

from typing import Any

import pytest

from builder.layout.weasy import weasyprint

PART = """<h2 id=part-{0}>Part {0}</h2><p>Text with <a href='#part-1'>a link</a> and <a href='https://doi.org/{0}'>more</a>.</p>
  <ul><li>first<li>second</ul><table><thead><tr><th>a<th>b<tbody><tr><td>{0}<td colspan=1>d</table>"""
HTML = f"""<html lang=en><title>t</title><style>@page {{ size: 80mm 60mm }}</style>
  {"".join(PART.format(number) for number in range(9))}"""
OPTIONS = {"uncompressed_pdf": True, "pdf_identifier": b"x", "pdf_variant": "pdf/ua-1"}


def test_the_file_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    written = weasyprint.HTML(string=HTML).write_pdf(**OPTIONS)
    page, tags = weasyprint.document.Page, weasyprint.pdf.tags
    monkeypatch.setattr(page, "paint", page.paint.__wrapped__)
    monkeypatch.setattr(tags, "_build_box_tree", tags._build_box_tree.__wrapped__)
    assert written.count(b"/StructElem") > 100
    assert written == weasyprint.HTML(string=HTML).write_pdf(**OPTIONS)


def test_what_is_written_is_held_once() -> None:
    held: list[str] = []

    def look(document: Any, pdf: Any) -> None:
        held.extend(one.get("S") for one in pdf.objects if isinstance(one, dict) and "K" in one)
        assert all(page._page_box.children == () for page in document.pages)

    document = weasyprint.HTML(string=HTML).render()
    assert len(document.pages) > 2
    document.write_pdf(finisher=look, **OPTIONS)
    assert held == [None, "/Document"]
    with pytest.raises(ValueError, match="once"):
        document.write_pdf(**OPTIONS)
