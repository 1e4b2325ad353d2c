"""Native charts as LibreOffice renders them, beside the plan."""

import re
import subprocess
from html import unescape
from pathlib import Path

import pytest

from builder.resolve.charts.drawing import TextRole
from builder.units import Length
from tests.pptx.charts.samples import RECT, charts_deck, plans
from tests.resolve.charts.samples import CHARTS

pytestmark = pytest.mark.render

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
NEAR_PT = 9.0
"""LibreOffice draws plots up to 2 % smaller than the layout says, and places labels by rules of its own."""

LOOSE = (TextRole.SERIES, TextRole.CATEGORY)
"""Texts whose place beside the plot the program chooses."""


@pytest.fixture(scope="module")
def pages(soffice: Path, pdftotext: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("charts")
    (folder / "deck.pptx").write_bytes(charts_deck())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        folder / "deck.pptx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    found = {}
    for number, name in enumerate(CHARTS, 1):
        page = ["-f", str(number), "-l", str(number), "-bbox", folder / "deck.pdf", "-"]
        result = subprocess.run([pdftotext, *page], check=True, capture_output=True, timeout=60)
        found[name] = result.stdout.decode()
    return found


def words(page: str) -> list[tuple[str, float, float]]:
    """Return the words with the middles of their left edges, in points from the chart's corner."""
    return [
        (unescape(text), float(x) - RECT.x.pt, (float(top) + float(bottom)) / 2 - RECT.y.pt)
        for x, top, _, bottom, text in WORD.findall(page)
    ]


@pytest.mark.parametrize("name", CHARTS)
def test_every_text_of_the_plan_is_shown(pages: dict[str, str], name: str) -> None:
    shown = " ".join(word for word, _, _ in words(pages[name])).replace("\u00a0", " ")
    for placed in plans()[name].texts:
        for word in placed.text.replace("\u00a0", " ").split():
            assert word in shown, placed.text


@pytest.mark.parametrize("name", CHARTS)
def test_texts_stand_where_the_plan_has_them(pages: dict[str, str], name: str) -> None:
    shown = words(pages[name])
    for placed in plans()[name].texts:
        if placed.role in LOOSE or plans()[name].value_axis is None:
            continue
        first = re.split(r"[ \u00a0]", placed.text)[0]
        x, y = placed.rect.x.pt, Length(placed.rect.y + placed.rect.height // 2).pt
        distances = [
            max(abs(left - x), abs(middle - y)) for word, left, middle in shown if word.startswith(first)
        ]
        assert min(distances, default=999.0) < NEAR_PT, placed.text
