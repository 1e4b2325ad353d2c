"""Pages tell how far they are, and the share of the work that is done grows with them."""

from __future__ import annotations

import pytest

from builder.compose.report import ComposedReport
from builder.layout.report import lay_out_report
from tests.compose.briefings import EVERY_BLOCK, read_briefing

pytestmark = pytest.mark.render

Told = list[tuple[int, int, float]]
LOREM = "Cells that were given once were found for twelve months in two of the patients. "
FIGURE = '<figure style="height: 60mm; margin: 0; break-inside: avoid">A figure</figure>'


def tell_all(body: str) -> tuple[Told, Told, int]:
    """Return what is told while pages are laid out, what is told while they are painted, and how many there are."""
    told: Told = []
    style = "@page { size: 100mm 100mm; margin: 10mm } html { font: 10pt/13pt Carlito }"
    html = f'<html lang="en"><head><title>t</title><style>{style}</style></head><body>{body}</body></html>'
    report = ComposedReport(html, {"report.css": style}, {}, {})
    pages = lay_out_report(
        report, read_briefing(EVERY_BLOCK).theme, lambda *said: told.append(said)
    ).require()
    laid_out = len(told)
    pages.paint(b"x").require()
    return told[:laid_out], told[laid_out:], pages.page_count


def test_each_page_is_told_as_it_is_laid_out_and_painted() -> None:
    laid_out, painted, count = tell_all(f"<p>{LOREM * 120}</p>")
    assert count > 5
    assert [page for page, _, _ in laid_out] == list(range(count + 1))
    assert [said[:2] for said in painted] == [(page, count) for page in range(1, count + 1)]
    shares = [share for _, _, share in painted]
    assert shares == sorted(set(shares))
    assert laid_out[-1][2] < shares[0]
    assert shares[-1] < 1, "the file has still to be mended and read back"


def test_pages_are_told_once_though_figures_move() -> None:
    laid_out, _, count = tell_all(f"<p>{LOREM * 9}</p>{FIGURE}<p>{LOREM * 30}</p>" * 4)
    assert [page for page, _, _ in laid_out] == list(range(count + 1))
