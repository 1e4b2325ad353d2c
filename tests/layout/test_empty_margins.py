"""Pages are the same bytes whether empty margin boxes are made for them or not."""

from __future__ import annotations

from typing import Any

import pytest

from builder.layout.weasy import weasyprint

EMPTY = "@page { size: 90mm 60mm; margin: 9mm; @top-left { color: red } @footnote { border-top: 1px solid } }"
SPEAKING = """
@page { size: 90mm 60mm; margin: 9mm; @bottom-right { content: counter(page); color: red } }
@page :first { @top-left { content: "only here"; width: 30% } @top-right { border: 1px solid } }
@page wide { @bottom-right { content: none } } .wide { page: wide }
"""
TEXT = '<p>text<p style="float: footnote">note<p style="break-before: page">text<p class=wide>wide<p>last'


def pdf(css: str) -> bytes:
    html = f"<html lang=en><head><title>t</title><style>{css}</style></head><body>{TEXT}</body></html>"
    written: bytes = weasyprint.HTML(string=html, base_url="diptych:").write_pdf(uncompressed_pdf=True)
    return written


@pytest.mark.parametrize("css", [EMPTY, SPEAKING])
def test_pages_are_as_the_engine_makes_them(css: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = pdf(css)
    style_for = weasyprint.css.StyleFor
    monkeypatch.setattr(style_for, "add_page_declarations", style_for.add_page_declarations.__wrapped__)
    boxes = weasyprint.layout.make_margin_boxes.__wrapped__
    monkeypatch.setattr(weasyprint.layout, "make_margin_boxes", boxes)
    assert ours == pdf(css)


def test_empty_boxes_are_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    box = weasyprint.layout.page.boxes.MarginBox
    original = box.__init__

    def note(self: Any, *args: Any) -> None:
        made.append(args)
        original(self, *args)

    monkeypatch.setattr(box, "__init__", note)
    pdf(EMPTY)
    assert not made
    pdf(SPEAKING)
    assert made
