"""Native charts as LibreOffice renders them, beside the plan."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from builder.resolve.charts.drawing import LineMark, TextRole
from builder.resolve.charts.look import Paint
from builder.resolve.charts.plan import ChartPlan
from builder.units import Length
from tests.office import render_pdf
from tests.pptx.charts.samples import RECT, charts_deck, plans
from tests.resolve.charts.samples import CHARTS

pytestmark = pytest.mark.render

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
NEAR_PT = 12.0
"""LibreOffice draws plots up to 2 % smaller than the layout says, and tick labels closer to the axis."""

LOOSE = (TextRole.SERIES, TextRole.CATEGORY)
"""Texts whose place beside the plot the program chooses."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the middle of its left edge, in points from the chart's corner."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    words: tuple[Word, ...]
    image: Image.Image


@pytest.fixture(scope="module")
def pages(
    soffice: Path, pdftotext: Path, pdftoppm: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Page]:
    folder = tmp_path_factory.mktemp("charts")
    (folder / "deck.pptx").write_bytes(charts_deck())
    pdf = render_pdf(folder / "deck.pptx", folder, soffice)
    run(pdftoppm, "-r", "96", "-png", pdf, folder / "page")
    images = sorted(folder.glob("page-*.png"))
    found = {}
    for number, name in enumerate(CHARTS, 1):
        text = run(pdftotext, "-f", str(number), "-l", str(number), "-bbox", pdf, "-")
        found[name] = Page(
            tuple(map(word, WORD.findall(text))), Image.open(images[number - 1]).convert("RGB")
        )
    return found


def run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=180).stdout.decode()


def word(found: tuple[str, str, str, str, str]) -> Word:
    left, top, _, bottom, text = found
    return Word(unescape(text), float(left) - RECT.x.pt, (float(top) + float(bottom)) / 2 - RECT.y.pt)


def missing(found: ChartPlan, page: Page) -> list[str]:
    shown = " ".join(word.text for word in page.words).replace("\u00a0", " ")
    wanted = [part for placed in found.texts for part in re.split(r"[ \u00a0]", placed.text)]
    return [part for part in wanted if part not in shown]


def misplaced(found: ChartPlan, page: Page) -> list[str]:
    """Return the texts whose first word is not near its place."""
    wrong = []
    for placed in found.texts:
        if placed.role in LOOSE or found.value_axis is None:
            continue
        first = re.split(r"[ \u00a0]", placed.text)[0]
        x, y = placed.rect.x.pt, Length(placed.rect.y + placed.rect.height // 2).pt
        same = [word for word in page.words if word.text.startswith(first)]
        if min((max(abs(word.x - x), abs(word.y - y)) for word in same), default=999.0) > NEAR_PT:
            wrong.append(placed.text)
    return wrong


@pytest.mark.parametrize("name", CHARTS)
def test_every_text_of_the_plan_is_shown_at_its_place(pages: dict[str, Page], name: str) -> None:
    assert missing(plans()[name], pages[name]) == []
    assert misplaced(plans()[name], pages[name]) == []


def test_the_comparison_can_fail(pages: dict[str, Page]) -> None:
    assert missing(plans()["forest"], pages["bar"])
    assert misplaced(plans()["bar"], pages["line"])


def is_near(image: Image.Image, x: float, y: float, paint: Paint) -> bool:
    """Return whether a pixel of this colour, give or take antialiasing, is within 8 pixels up or down, 4 sideways."""
    wanted = [int(paint.hex[start : start + 2], 16) for start in (0, 2, 4)]
    places = ((round(x) + right, round(y) + down) for right in range(-4, 5) for down in range(-8, 9))
    pixels = (image.getpixel(place) for place in places)
    return any(max(abs(a - b) for a, b in zip(pixel, wanted, strict=True)) < 60 for pixel in pixels)


@pytest.mark.parametrize("name", ["forest", "bar"])
def test_intervals_are_drawn(pages: dict[str, Page], name: str) -> None:
    found = plans()[name]
    lines = [mark for mark in found.marks if isinstance(mark, LineMark) and mark.paint != found.style.grid]
    intervals = [
        mark for mark in lines if mark.paint != found.style.muted and mark.places[0] != mark.places[1]
    ]
    assert len(intervals) >= 2
    for mark in intervals:
        (x1, y1), (x2, y2) = mark.places
        x, y = RECT.x.px + (x1 + x2) / 2 / 9525, RECT.y.px + (y1 + 3 * y2) / 4 / 9525
        assert is_near(pages[name].image, x, y, mark.paint)
