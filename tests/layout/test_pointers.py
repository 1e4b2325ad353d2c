"""Numbers that are filled in on pages that are laid out."""

from pathlib import Path

import pypdfium2
import pytest

from builder.compose.report import ComposedReport
from builder.layout.report import ReportPages, lay_out_report
from tests.compose.briefings import EVERY_BLOCK, read_briefing
from tests.pdf.tagged import open_tagged, read_aloud

pytestmark = pytest.mark.render

SHEET = """
@page { size: 100mm 100mm; margin: 10mm } html { font: 10pt/13pt Carlito } figure { margin: 0 }
figcaption { position: relative } .aside { position: absolute; left: 50mm; top: 0 } .inline { display: inline-block }
.pointer::before { content: attr(data-text) }
"""
BODY = """
<figure><figcaption>A<span class="pointer aside" data-pointer="a" data-text="Slide 000"></span></figcaption></figure>
<p>B <span class="pointer inline" data-pointer="b" data-text="Slide 000"></span> after</p>
<p>C <span class="pointer inline" data-pointer="c" data-text="Slide 000"></span> after</p>
"""


def pages() -> ReportPages:
    head = f"<head><title>t</title><style>{SHEET}</style></head>"
    html = f'<!doctype html><html lang="en">{head}<body>{BODY}</body></html>'
    outcome = lay_out_report(ComposedReport(html, {"s": SHEET}, {}, {}), read_briefing(EVERY_BLOCK).theme)
    assert outcome.diagnostics == ()
    return outcome.require()


def words(data: bytes) -> dict[str, tuple[float, float]]:
    """Return the left and lower edge of each text on the only page."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0].get_textpage()
        rects = [page.get_rect(index) for index in range(page.count_rects())]
        return {page.get_text_bounded(*rect).strip(): (rect[0], rect[1]) for rect in rects}


def test_numbers_are_set_and_nothing_moves() -> None:
    before = words(pages().paint(b"x").require())
    pointed = pages()
    pointed.point_to_slides({"a": 7, "b": 12})
    after = words(pointed.paint(b"x").require())
    assert {text for text in after if text.startswith("Slide")} == {"Slide 7", "Slide 12"}
    slides = [place for text, place in before.items() if text.startswith("Slide")]
    assert after["Slide 7"] == pytest.approx(slides[0], abs=0.2)
    kept = [text for text in before if not text.startswith("Slide")]
    assert kept
    assert {text: after[text] for text in kept} == {text: pytest.approx(before[text]) for text in kept}


def test_what_is_read_aloud_has_the_number_after_the_caption(tmp_path: Path) -> None:
    pointed = pages()
    pointed.point_to_slides({"a": 7})
    file = tmp_path / "pages.pdf"
    file.write_bytes(pointed.paint(b"x").require())
    with open_tagged(file) as document:
        assert read_aloud(document) == "A Slide 7 B after C after"
