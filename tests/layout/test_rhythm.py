"""Blocks that take whole lines, by the places at which poppler finds words."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from builder.compose.report import ComposedReport
from builder.layout.report import lay_out_report
from tests.compose.briefings import EVERY_BLOCK, read_briefing

pytestmark = pytest.mark.render

SHEET = """
@page { size: 100mm 141pt; margin: 0 10mm }
html { font: 10pt/13pt Carlito; orphans: 1; widows: 1 }
body, p, figure { margin: 0 }
figure { font-size: 8pt; line-height: 10pt; break-inside: avoid }
"""
LINES_OF_PAGE = 10
PLACE = re.compile(r'<page|yMin="([\d.]+)" [^>]*yMax="([\d.]+)">([a-z]+)<')


def lay_out(body: str, sheet: str = SHEET) -> bytes:
    html = f'<!doctype html><html lang="en"><title>t</title><style>{sheet}</style><body>{body}</body></html>'
    report = ComposedReport(html, {"report.css": sheet}, {}, {})
    return lay_out_report(report, read_briefing(EVERY_BLOCK).theme).require().paint(b"x").require()


def find_words(body: str, folder: Path) -> list[tuple[int, str, float]]:
    """Return page, word and the middle of its line, in points from the top of the page, of each word."""
    (folder / "x.pdf").write_bytes(lay_out(body))
    command = ["pdftotext", "-bbox", folder / "x.pdf", "-"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    page, words = 0, []
    for found in PLACE.finditer(output):
        if found[3]:
            words.append((page, found[3], (float(found[1]) + float(found[2])) / 2))
        else:
            page += 1
    return words


def places(body: str, folder: Path) -> list[float]:
    """Return where the words of the first page stand, below the line of the first of them."""
    words = find_words(body, folder)
    return [pytest.approx(place - words[0][2], abs=0.3) for page, _, place in words if page == 1]


@pytest.mark.parametrize(("step", "above"), [("start", 0), ("center", 3), ("end", 6)])
def test_a_block_stands_in_its_lines_where_its_style_says(step: str, above: float, tmp_path: Path) -> None:
    """A block of 20 pt takes 26 pt; the middle of its line of 10 pt is 1.5 pt above that of a line of 13 pt."""
    block = f'<figure style="--block-step: {step}">first<br>second</figure>'
    found = places(f"<p>above</p>{block}<p>below</p>", tmp_path)
    assert found == [0, 13 - 1.5 + above, 23 - 1.5 + above, 39]


@pytest.mark.parametrize("height", [13, 26])
def test_a_block_of_whole_lines_takes_no_more(height: int, tmp_path: Path) -> None:
    block = f'<figure style="--block-step: center; height: {height}pt"></figure>'
    assert places(f"<p>above</p>{block}<p>below</p>", tmp_path) == [0, 13 + height]


@pytest.mark.parametrize("style", ["", "--block-step: none", "--block-step: ", "--block-step: 13pt"])
def test_other_blocks_are_as_high_as_they_are(style: str, tmp_path: Path) -> None:
    assert places(f'<p>above</p><figure style="{style}">block</figure><p>below</p>', tmp_path)[-1] == 23


def test_blocks_inside_of_one_are_as_high_as_they_are(tmp_path: Path) -> None:
    inner = '<div style="height: 5pt"></div>' * 2
    assert places(
        f'<p>above</p><figure style="--block-step: end">{inner}</figure><p>below</p>', tmp_path
    ) == [0, 26]


def test_what_fits_at_the_foot_of_a_page_stays_there(tmp_path: Path) -> None:
    body = "<p>text</p>" * LINES_OF_PAGE + '<figure style="--block-step: center">last</figure><p>next</p>'
    assert [(page, word) for page, word, _ in find_words(body, tmp_path)][-2:] == [(1, "last"), (2, "next")]


def test_what_goes_on_over_pages_takes_whole_lines_on_its_last(tmp_path: Path) -> None:
    lines = "<p>small</p>" * 20
    block = f'<figure style="--block-step: end; break-inside: auto">{lines}</figure>'
    words = find_words(f"{block}<p>below</p><p>then</p>", tmp_path)
    small = [place for page, word, place in words if page == 2 and word == "small"]
    below, then = (place for _, _, place in words[-2:])
    assert [lower - upper for upper, lower in pairwise(small)] == pytest.approx([10] * 5, abs=0.1)
    assert (small[0], below, then) == pytest.approx((5, 65 + 6.5, 78 + 6.5), abs=0.5)


@pytest.mark.parametrize("height", ["normal", "0"])
def test_a_theme_whose_lines_have_no_height_has_no_grid(height: str) -> None:
    sheet = f"html {{ line-height: {height} }} p {{ --block-step: end }}"
    assert lay_out("<p>Cells", sheet)
