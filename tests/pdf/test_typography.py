"""The typographer's rules as a reader of the PDF meets them, told by pdftotext."""

import re
import subprocess
from pathlib import Path

import pyphen
import pytest

from builder.deck.printed import print_deck
from builder.layout.report import lay_out_report
from builder.model.document import ReportSettings
from builder.model.prints import Print
from builder.pdf.inspect import inspect_pdf
from builder.pdf.prints import write_print
from tests.compose.briefings import read_briefing, write_content
from tests.pdf.baselines import find_characters
from tests.pdf.test_paper import print_with

pytestmark = pytest.mark.render

SENTENCES = (
    "CAR-NK cells with IL-15 against TGF-β (n = 11; p < 0.05) lasted 12 months at 5 mg, 95% CI 31-66, a fall of -4%. "
    'About 3 x 10^6^ cells/kg in 2x2 groups -- no more... The 5\'-UTR "stays" as it is, see @tbl-doses. '
)
CONTENT = """\
title: Typography
report: {{paper: {paper}, toc: false}}
sections:
  - title: Rules
    content:
      - text: |
{lines}
      - table: {{columns: [Dose, {{title: n, align: right}}], rows: [["1 mg", "1,111"], ["8 mg", "8,888"]]}}
        id: tbl-doses
        caption: Doses
"""
REPEATS = 40
HELD_TOGETHER = (
    "CAR-NK", "IL-15", "TGF-β", "n = 11", "p < 0.05", "12 months", "5 mg", "31–66", "−4%", "2×2", "5′-UTR", "Table 1",
)  # fmt: skip


@pytest.fixture(scope="module", params=["a4", "a5"])
def text(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the text of a briefing in which every sentence stands at many places of the line."""
    folder = tmp_path_factory.mktemp("typography")
    prose = "".join("x" * (index % 7 + 1) + " " + SENTENCES for index in range(REPEATS))
    lines = " " * 10 + prose.strip()
    briefing = read_briefing(write_content(folder, CONTENT.format(paper=request.param, lines=lines)))
    laid_out = lay_out_report(briefing.compose(), briefing.theme)
    assert laid_out.diagnostics == ()
    file = folder / "t.pdf"
    file.write_bytes(laid_out.require().paint(b"test").require())
    return extract(file)


def extract(file: Path) -> str:
    command = ["pdftotext", "-enc", "UTF-8", str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("term", HELD_TOGETHER)
def test_what_belongs_together_stands_on_one_line_everywhere(text: str, term: str) -> None:
    found = re.findall(re.escape(term).replace(r"\ ", "[ \u00a0]"), text)
    assert len(found) >= REPEATS, f"{len(found)} of {REPEATS}"


def test_signs_are_those_of_print(text: str) -> None:
    flowing = " ".join(text.split())
    assert flowing.count("no more… The") == REPEATS
    assert flowing.count("“stays” as") == REPEATS
    assert re.findall(r" -- |\.\.\.|[\"']|[ (]-\d", flowing) == []


def test_figures_in_tables_are_as_wide_as_each_other(tmp_path: Path) -> None:
    briefing = read_briefing(
        write_content(tmp_path, CONTENT.format(paper="a4", lines=" " * 10 + "See @tbl-doses."))
    )
    file = tmp_path / "t.pdf"
    file.write_bytes(lay_out_report(briefing.compose(), briefing.theme).require().paint(b"test").require())
    command = ["pdftotext", "-bbox", str(file), "-"]
    boxes = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.findall(r'xMin="([\d.]+)" [^>]*xMax="([\d.]+)"[^>]*>(1,111|8,888)<', boxes)
    assert {word for _, _, word in found} == {"1,111", "8,888"}
    (left, right), (other_left, other_right) = ((float(start), float(end)) for start, end, _ in found)
    assert (left, right) == pytest.approx((other_left, other_right), abs=0.01)


POINTS = """\
title: Typography
sections:
  - title: Rules
    content:
      - points:
{points}
"""


def test_terms_stand_on_one_line_on_slides_too(tmp_path: Path) -> None:
    words = "in the blood of patients who had been given some of the "
    points = "".join(
        f"          - {words[: 20 + index]} {words}{words}IL-15 and CAR-NK and TGF-β cells {words}\n"
        for index in range(30)
    )
    briefing = read_briefing(write_content(tmp_path, POINTS.format(points=points)))
    deck = print_deck(briefing.world, briefing.resolved, briefing.theme).require()
    file = tmp_path / "slides.pdf"
    data = write_print(briefing.world, briefing.resolved, briefing.theme, Print.SLIDES, deck).require()
    file.write_bytes(data)
    text = extract(file)
    assert [text.count(term) for term in ("CAR-NK", "IL-15", "TGF-β")] == [30] * 3


LANGUAGES = {
    "en-US": "The immunotherapeutic administration of gammaretrovirally transduced lymphocytes is investigated. ",
    "de": "Die Untersuchungsergebnisse der Immuntherapiestudien wurden zusammengefasst und veröffentlicht. ",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_hyphenated_by_their_language_within_limits(lang: str, tmp_path: Path) -> None:
    prose = "".join("x" * (index % 9 + 1) + " " + LANGUAGES[lang] for index in range(60))
    content = CONTENT.format(paper="a5", lines=" " * 10 + prose.strip() + " @tbl-doses")
    briefing = read_briefing(write_content(tmp_path, f"lang: {lang}\n{content}"))
    pages = inspect_pdf(
        lay_out_report(briefing.compose(), briefing.theme).require().paint(b"test").require()
    ).pages
    broken = {parts for page in pages for parts in re.findall(r"([^\W\d]+)-\n([^\W\d]+)", page.text)}
    assert len(broken) > 3
    assert [parts for parts in broken if min(map(len, parts)) < 4 or len("".join(parts)) < 8] == []
    hyphenator = pyphen.Pyphen(lang=lang.replace("-", "_"))
    for first, second in broken:
        assert len(first) in hyphenator.positions(first + second)


QUOTATIONS = """\
title: Quotations
sections:
  - title: Quotations
    content:
      - quote: {{text: "{mark}{word} {rest}"}}
      - quote: {{text: "{word} {rest}"}}
"""


@pytest.mark.parametrize("paper", ["a4", "a5"])
@pytest.mark.parametrize(
    ("mark", "word", "rest", "from_right"),
    [
        ("“", "Zeal", "cells ", False),
        ("»", "Zellen", "waren ", False),
        ("«", "Zone", "erano ", False),
        ("„", "חולים", "שלום ", True),
    ],
)
def test_quotation_marks_hang_beside_the_text(
    mark: str, word: str, rest: str, from_right: bool, paper: str, tmp_path: Path
) -> None:
    content = QUOTATIONS.format(mark=mark, word=word, rest=rest * 40)
    pdf = print_with(read_briefing(write_content(tmp_path, content)), ReportSettings(paper=paper, toc=False))
    found = find_characters(pdf, mark + word[0])
    [marked] = [place for character, place in found if character == mark]
    first, other = (place for character, place in found if character == word[0])
    assert first == pytest.approx(other, abs=0.1)
    assert (marked - first if from_right else first - marked) > 2
