"""Baseline rhythm, by the places at which poppler finds the lines of text."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from builder.compose.report import ComposedReport
from builder.layout.report import lay_out_report
from tests.compose.briefings import EVERY_BLOCK, read_briefing

pytestmark = pytest.mark.render

LOREM = "Cells that were given once were found for twelve months in two of the patients. "
SHEET = """
@page { size: 100mm 100mm; margin: 10mm }
html { font: 10pt/13pt Carlito; orphans: 2; widows: 2 }
body, p, figure, h2 { margin: 0 }
p + p { margin-top: 6.5pt }
h2 { font-size: 16pt; line-height: 19.5pt; margin: 9pt 0 4pt; break-after: avoid }
figure { margin: 7pt 0; break-inside: avoid }
"""
HALF_LINE_PT = 6.5
TOLERANCE_PT = 0.5


def find_words(body: str, folder: Path) -> list[float]:
    """Return the heights at which words of the text stand, in their order, in points from the top of their page."""
    html = f'<!doctype html><html lang="en"><title>t</title><style>{SHEET}</style><body>{body}</body></html>'
    theme = read_briefing(EVERY_BLOCK).theme
    pages = lay_out_report(ComposedReport(html, {"report.css": SHEET}, {}, {}), theme).require()
    file = folder / "x.pdf"
    file.write_bytes(pages.paint(b"x").require())
    output = subprocess.run(
        ["pdftotext", "-bbox", file, "-"], check=True, capture_output=True, text=True
    ).stdout
    return [
        float(place) for place in re.findall(r'yMin="([\d.]+)" [^>]*>(?:Cells|found|patients\.)<', output)
    ]


def offsets(body: str, folder: Path) -> list[float]:
    """Return how far each line of text is from the half lines that the first line of a page begins."""
    places = find_words(body, folder)
    assert len(places) > 60
    first = min(places)
    beyond = [(place - first) % HALF_LINE_PT for place in places]
    return [min(part, HALF_LINE_PT - part) for part in beyond]


def test_text_keeps_its_half_lines_below_whatever_stands_above(tmp_path: Path) -> None:
    parts = "".join(
        f'<p>{LOREM * (1 + index % 3)}</p><figure style="height: {20 + index * 1.7:.1f}pt">x</figure>'
        f"<p>{LOREM}</p><h2>Heading {index}</h2><p>{LOREM * 2}</p>"
        for index in range(12)
    )
    found = offsets(f"<main>{parts}</main>", tmp_path)
    assert max(found) <= TOLERANCE_PT


def test_paragraphs_keep_the_space_between_them(tmp_path: Path) -> None:
    """A run of text moves as one, whatever is above it, and at the foot of the page too."""
    spaces = set()
    for height in range(20, 60, 3):
        body = f'<main><figure style="height: {height / 4}pt">x</figure>' + "<p>Cells</p>" * 12 + "</main>"
        places = find_words(body, tmp_path)
        spaces |= {round(lower - upper, 1) for upper, lower in pairwise(places) if lower > upper}
    assert spaces == {19.5}


@pytest.mark.parametrize("height", ["normal", "0"])
def test_a_theme_whose_lines_have_no_height_has_no_grid(height: str) -> None:
    html = (
        f'<html lang="en"><title>t</title><style>html {{ line-height: {height} }}</style><body><main><p>Cells'
    )
    theme = read_briefing(EVERY_BLOCK).theme
    assert lay_out_report(ComposedReport(html, {}, {}, {}), theme).require().page_count == 1


def test_lines_of_other_heights_stay_where_they_are(tmp_path: Path) -> None:
    """The negative control: other boxes are not moved, and their lines are seen to be elsewhere."""
    rows = "".join(f'<div style="padding-top: 3pt; margin: 0">{LOREM}</div>' for _ in range(40))
    assert max(offsets(f"<main>{rows}</main>", tmp_path)) > TOLERANCE_PT
