"""Slides look the same whether their styles were computed for them or for a slide before."""

from __future__ import annotations

import itertools

import pytest

from builder.layout import shared_styles
from builder.layout.boxes import LaidOutPage
from builder.layout.fetcher import MemoryFetcher
from builder.layout.fonts import theme_fonts
from builder.layout.paint import PDF_VARIANT, paint
from builder.layout.shared_styles import SharedStyles
from builder.layout.weasy import weasyprint
from tests.deck.samples import clinical, layouter

CSS = """
@page { counter-increment: x 2; @bottom-center { content: counter(x) "/" counter(page) } }
.note::after { content: counter(page) } .f { overflow: scroll } html:lang(de) { overflow: hidden }
body { overflow: hidden; font-size: 20px }
section { --gap: 7px }
section p { margin: var(--gap); width: 10vw; letter-spacing: 1px }
.b p { color: #0d3b56; --gap: 9px }
li::marker { color: #0d3b56 } ul { list-style: inside "-" }
table { border-collapse: collapse; padding: 9px } td { border: 1px solid; padding: 3px }
.note { display: flex } .note p { min-width: 0 }
.b, .c { border: 3px solid #0d3b56; padding: 5px } .c { border-width: 7px; padding: 11px }
.d { text-decoration: underline }
.e { --gap: 2px } .f { --gap: 9px } em { letter-spacing: var(--gap) }
.kept { border: inherit } .asked { --edge: inherit; padding: var(--edge) }
"""
PARTS = (
    "<p>one <em>two</em> three <a href=#x>four</a></p>",
    "<ol start=3><li>one</li><li value=9 id=x>two<ul><li>three</li></ul></li></ol>",
    "<table><tr><th>a</th><td style='width: 30%'>some words of a cell</td></tr></table>",
    "<div class=note><p>left</p><p lang=de>rechts</p></div>",
    "<div class=b><p>dark</p><table><tr><td>x</td></tr></table></div>",
    "<div class=b><div class=kept>thin</div><div class=asked>near</div><i>straight</i></div>",
    "<div class=c><div class=kept>thick</div><div class=asked>far</div><i>straight</i></div>",
    "<div class=d><i>underlined</i></div>",
    "<div class=e><em>close</em></div>",
    "<div class=f><em>apart</em></div>",
)
SLIDES = tuple(
    f"<html lang={lang}><body><section class=slide>{first}{second}</section></body></html>"
    for lang in ("en", "de")
    for first, second in itertools.pairwise((*PARTS, *PARTS[::2], *PARTS[1::2], *PARTS[::-3]))
)


def page_alone(html: str) -> LaidOutPage:
    return layouter(CSS).lay_out(html)


@pytest.mark.parametrize("limit", [shared_styles.LIMIT, 30])
def test_slides_look_the_same_after_others(monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    monkeypatch.setattr(shared_styles, "LIMIT", limit)
    slides = layouter(CSS)
    for html in SLIDES:
        assert slides.lay_out(html) == page_alone(html), html


def test_what_two_slides_have_in_common_is_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = shared_styles.SharedStyles()
    monkeypatch.setattr("builder.layout.slide_engine.SharedStyles", lambda: shared)
    slides = layouter(CSS)
    slides.lay_out(SLIDES[0])
    before = len(shared.by_key)
    slides.lay_out(SLIDES[0].replace("one", "other words"))
    assert len(shared.by_key) - before < before / 3


def test_what_is_inside_of_items_with_numbers_and_ids_of_their_own_is_computed_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shared = shared_styles.SharedStyles()
    monkeypatch.setattr("builder.layout.slide_engine.SharedStyles", lambda: shared)
    slides = layouter(CSS)
    item = "<li id=x{0} value={0}><a href=#x><em>words</em> <b>and</b></a> <i>more</i></li>"
    counts = []
    for numbers in (range(1, 2), range(2, 12), range(3, 12)):
        items = "".join(item.format(number) for number in numbers)
        slides.lay_out(f"<html><body><section class=slide><ol>{items}</ol></section></body></html>")
        counts.append(len(shared.by_key))
    assert counts[1] - counts[0] == 10
    assert counts[2] == counts[1]


REPORT_CSS = """
@page { size: 90mm 60mm; margin: 9mm; @footnote { border-top: 1px solid } @bottom-right { content: counter(page) } }
html { font: 9pt/12pt Carlito } section { --gap: 3pt; margin-top: var(--gap) }
h2 { string-set: name content(); bookmark-level: 1 } h2 + p { text-indent: 2em } p { font-size: 0.95em; width: 90% }
a::after { content: " (" target-counter(attr(href), page) ")" } .note { float: footnote }
.note::footnote-call { color: #0d3b56 } .note::footnote-marker { font-weight: 700 } li::marker { color: #7a3b00 }
table { border-collapse: collapse } td { padding: 2pt; border: 1px solid } .wide > p { letter-spacing: 1pt }
"""
SECTION = """
<section id="s{0}" class="{1}"><h2>Part {0}</h2><p id="p{0}">Text of it, see <a href="#s{2}">the other</a>.</p>
<p lang="de">Noch ein Absatz<span class="note" id="n{0}">A note, {0}.</span> mit einer Anmerkung.</p>
<ol start="{0}"><li id="l{0}">one</li><li value="9">two<ul><li>three</li></ul></li></ol>
<table style="width: {2}0%"><tr><th>a</th><td id="c{0}" style="width: 30%">cell <em>words</em></td></tr></table>
</section>
"""


def test_a_report_is_the_same_bytes_whether_its_elements_share_styles() -> None:
    """Elements with ids and all below them share what is alike, and nothing else."""
    sections = "".join(
        SECTION.format(n, ("", "wide", "narrow")[n % 3], (n * 5) % 9 + 1) for n in range(1, 10)
    )
    html = f'<html lang="en"><head><title>t</title><style>{REPORT_CSS}</style></head><body>{sections}</body></html>'
    source = weasyprint.HTML(string=html, base_url="diptych:", url_fetcher=MemoryFetcher({}))
    written = []
    for shared in (SharedStyles(), None):
        fonts = theme_fonts(clinical())
        fonts.shared_styles = shared
        document = source.render(font_config=fonts, pdf_variant=PDF_VARIANT, presentational_hints=True)
        assert len(document.pages) > 5
        written.append(paint(document, b"x", {}, lambda *_: None).require())
        if shared:
            assert len(shared.by_key) < len(list(source.etree_element.iter())) * 1.5
    assert written[0] == written[1]
