"""Boxes of pages that are laid out say what they said before, and hold less for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from builder.layout.slim_boxes import slim
from builder.layout.weasy import weasyprint

PAGE_SIZE = (
    "@page { size: 80mm 60mm; margin: 5mm; @bottom-left { content: counter(page) ' of ' counter(pages) } }"
)
STYLE = """
  p { margin: 0 0 3mm } p::first-line { color: navy } .box { border: 1pt solid; border-radius: 2mm; padding: 2mm }
  td { border: 1pt solid } .collapsed { border-collapse: collapse } .fixed { position: fixed; top: 1mm; padding: 1mm }
  .note { float: footnote } a::after { content: ' on page ' target-counter(attr(href), page) }
  .flex { display: flex } .absolute { position: absolute; right: 0 } li { page-break-inside: avoid }
"""
PART = """<p class=box>{0} Long enough a text to be broken over lines, and with a note<span class=note>of it</span>.</p>
  <ul><li>first<li>second, see <a href='#part-{1}'>the next</a></ul><div class=flex><p>left</p><p>right</p></div>
  <table class=collapsed><tr><td>a<td>b</table><table><tr><td>c<td>{0}</table><p class=absolute>aside</p>"""
HTML = f"""<html lang=en><style>{PAGE_SIZE}{STYLE}</style><p class=fixed>on each page</p>
  {"".join(f"<section id=part-{n}>{PART.format(n, (n + 1) % 12)}</section>" for n in range(12))}"""


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The same document, laid out by the engine as it is."""
    original = weasyprint.layout.make_all_pages.__wrapped__
    with monkeypatch.context() as patched:
        patched.setattr(weasyprint.layout, "make_all_pages", original)
        return weasyprint.HTML(string=HTML).render()


def test_values_are_the_engines_own(plain: Any) -> None:
    pairs = list(zip(_boxes(plain), _boxes(weasyprint.HTML(string=HTML).render()), strict=True))
    assert len(plain.pages) > 5
    for box, slim_box in pairs:
        assert type(slim_box).__name__ == type(box).__name__
        for name, value in box.__dict__.items():
            if name != "children" and isinstance(value, int | float | str | tuple | set | None):
                assert getattr(slim_box, name) == value


def test_two_fifths_of_the_values_are_left_out(plain: Any) -> None:
    slim_document = weasyprint.HTML(string=HTML).render()
    assert _held(slim_document.pages[:-1]) < 0.6 * _held(plain.pages[:-1])


def test_the_pdf_is_the_same(plain: Any) -> None:
    options = {"uncompressed_pdf": True, "pdf_identifier": b"x", "pdf_variant": "pdf/ua-1"}
    assert weasyprint.HTML(string=HTML).write_pdf(**options) == plain.write_pdf(**options)


def test_a_slim_box_can_lose_its_decoration(plain: Any) -> None:
    boxes = [box for box in _boxes(plain) if box.element is not None and box.element.get("class") == "box"]
    box, other = boxes[:2]
    slim(box)
    slim(other)
    box.remove_decoration(start=True, end=False)
    assert box.remove_decoration_sides == {"top"}
    assert box.border_top_width == 0
    assert not other.remove_decoration_sides


def _boxes(document: Any) -> Iterator[Any]:
    for page in document.pages:
        yield from page._page_box.descendants()


def _held(pages: list[Any]) -> int:
    return sum(len(box.__dict__) for page in pages for box in page._page_box.descendants())
