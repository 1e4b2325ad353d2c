"""What is read of pages that are not painted is what is read of pages that are, and faults are told."""

from __future__ import annotations

import pytest

from builder.deck.build import SIZES
from builder.diagnostics import Diagnostics
from builder.layout.fetcher import MemoryFetcher
from builder.layout.fonts import theme_fonts
from builder.layout.read_boxes import read_page
from builder.layout.slides import SlideLayouter
from builder.layout.unpainted import lay_out_unpainted
from builder.layout.weasy import weasyprint
from tests.deck.samples import clinical

HTML = """<html lang=en><head><title>t</title><meta name=author content=a></head><body>
<h1 id=x style="border-radius: 9px; background: #eef">Head</h1><p style="transform: rotate(5deg)"><a href=#x>to it</a>
<ol start=4><li value=9>nine<li>ten</ol><table><colgroup style="background: red"><col></colgroup><tr><td>x</table>
<div style="position: absolute; right: 0; visibility: hidden; background: red">placed</div></body></html>"""

PICTURES = {
    "background": "p { background: url(diptych:missing) }",
    "second background": "p { background: linear-gradient(red, blue), url(diptych:missing) }",
    "border": "p { border: 3px solid; border-image: url(diptych:missing) 3 }",
    "mask": "p { mask-border: url(diptych:missing) 3 }",
    "page": "@page { background: url(diptych:missing) }",
    "column": "p { display: table } p::before { content: ''; display: table-column; background: url(diptych:missing) }",
    "placed": "p { position: absolute; background: url(diptych:missing) }",
}


def test_boxes_are_those_of_pages_that_can_be_painted() -> None:
    source = weasyprint.HTML(string=HTML, base_url="diptych:", url_fetcher=MemoryFetcher({}))
    fonts = theme_fonts(clinical())
    painted = source.render(font_config=fonts, presentational_hints=True).pages[0]._page_box
    fonts.unpainted = True
    unpainted = lay_out_unpainted(weasyprint, source, (), fonts)
    assert [read_page(page) for page in unpainted] == [read_page(painted)]


@pytest.mark.parametrize("css", PICTURES.values(), ids=PICTURES)
def test_pictures_that_are_not_there_are_told_on_each_slide(css: str) -> None:
    found = Diagnostics()
    slides = SlideLayouter(clinical(), {"test.css": css}, SIZES["16:9"], found)
    for number in (1, 2):
        slides.lay_out(f"<section class=slide><p>{number}</p></section>")
        assert ["missing" in one.message for one in found] == [True] * number


def test_pictures_of_what_is_hidden_are_not_asked_for() -> None:
    found = Diagnostics()
    css = "p { visibility: hidden; background: url(diptych:missing) }"
    SlideLayouter(clinical(), {"test.css": css}, SIZES["16:9"], found).lay_out(
        "<section class=slide><p>1</p></section>"
    )
    assert not tuple(found)
