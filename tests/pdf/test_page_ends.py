"""Where pages end: no line of a paragraph alone at the top or the foot of a page, no heading at the foot of one.

Lines are those of the tagged PDF, by the place of each run of text, as outloud finds it.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pytest
from outloud.content import TextRun
from outloud.model import Document

from builder.layout.report import lay_out_report
from builder.model.document import ReportSettings
from builder.pdf.write import write_report
from tests.compose.briefings import read_briefing, write_content
from tests.pdf.tagged import open_tagged
from tests.pdf.test_paper import MM, print_with, read_words

pytestmark = pytest.mark.render

LINES = frozenset(("/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/LBody"))
CELLS = frozenset(("/TD", "/TH", "/Caption", "/Figure"))
NESTED = frozenset(("/L", "/P"))
SHORTEST = 40
"""Characters of a line of text; what is shorter is a term or an item."""

SAME_LINE_PT = 5.0
"""How far the bottoms of runs of one line may be apart: raised numbers stand higher."""


ENDED = re.compile(r"[.:!?”)†‡][\d,–†‡\s]*$")
"""The end of a paragraph, with its citation.

What follows counts only if it begins in lower case: a row of steps ends without a full stop, too.
"""


@dataclass(frozen=True)
class Paragraph:
    """What a page has of a paragraph, heading or item: the height of each of its lines, from the lowest."""

    tag: str
    page: int
    text: str
    lines: list[float]


def paragraphs(document: Document) -> Iterator[Paragraph]:
    places: dict[tuple[int, int], list[TextRun]] = {}
    for page in document.pages:
        for run in document.content(page.index).runs:
            if run.text.strip():
                places.setdefault((page.index, run.mcid), []).append(run)
    yield from _below(document, document.root.StructTreeRoot.K[0], places)


def _below(
    document: Document, element: pikepdf.Object, places: dict[tuple[int, int], list[TextRun]]
) -> Iterator[Paragraph]:
    if str(element.S) in CELLS:
        return
    if str(element.S) in LINES:
        marks = list(_marks(document, element))
        for page in sorted({page for page, mcid in marks}):
            runs = [run for mark in marks if mark[0] == page for run in places.get(mark, ())]
            text = "".join(run.text for run in runs)
            if runs:
                yield Paragraph(str(element.S), page, text, _distinct([run.bbox[1] for run in runs]))
    for kid in element.get("/K", []) if isinstance(element.get("/K"), pikepdf.Array) else []:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _below(document, kid, places)


def _marks(document: Document, element: pikepdf.Object) -> Iterator[tuple[int, int]]:
    """Yield the marked contents of an element, but not those of lists and paragraphs in it."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield document.page_index[element.Pg.objgen], kid
        elif "/MCID" in kid:
            yield document.page_index[kid.get("/Pg", element.get("/Pg")).objgen], int(kid.MCID)
        elif "/S" in kid and str(kid.S) not in NESTED:
            yield from _marks(document, kid)


def _distinct(bottoms: list[float]) -> list[float]:
    lines: list[float] = []
    for bottom in sorted(bottoms):
        if not lines or bottom - lines[-1] > SAME_LINE_PT:
            lines.append(bottom)
    return lines


LONG = """\
title: Long prose
report: {toc: false}
sections:
"""


def long_prose(seed: int) -> str:
    """Return content with paragraphs, lists and headings of all lengths, so that pages end everywhere."""
    chance = random.Random(seed)
    words = "the cells were found after months in blood and marrow of patients who had been given one dose".split()
    text = LONG

    def prose(count: int) -> str:
        return " ".join(chance.choice(words) for _ in range(count)).capitalize() + "."

    for section in range(12):
        text += f"  - title: Section {section} {prose(3)}\n    content:\n      - text: |\n"
        for _ in range(chance.randint(1, 5)):
            text += f"          {prose(chance.randint(5, 110))}\n\n"
            if chance.random() < 0.3:
                text += "".join(f"          - {prose(chance.randint(3, 50))}\n" for _ in range(4)) + "\n"
        text += "    sections:\n"
        for part in range(3):
            text += (
                f"      - title: Part {section}.{part} {prose(8)}\n        content:\n          - text: |\n"
            )
            text += f"              {prose(chance.randint(5, 90))}\n"
    return text


SETTINGS = {
    "a4": ReportSettings(),
    "letter": ReportSettings(paper="letter"),
    "a5": ReportSettings(paper="a5", sides="two"),
}


@pytest.fixture(params=["car-nk", "seed 1", "seed 2"])
def content(request: pytest.FixtureRequest, root: Path, tmp_path: Path) -> Path:
    if request.param == "car-nk":
        return root / "content" / "car-nk.yaml"
    return write_content(tmp_path, long_prose(int(request.param.split()[1])))


def read(data: bytes, folder: Path) -> tuple[list[Paragraph], list[float]]:
    """Return the paragraphs of a PDF and the height of the lowest line of each page."""
    file = folder / "x.pdf"
    file.write_bytes(data)
    with open_tagged(file) as document:
        lowest = [
            min(
                (
                    run.bbox[1]
                    for run in document.content(page.index).runs
                    if not run.artifact and run.text.strip()
                ),
                default=0.0,
            )
            for page in document.pages
        ]
        return list(paragraphs(document)), lowest


def broken(found: list[Paragraph], lowest: list[float]) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Yield both parts of each paragraph that goes on on the next page."""
    for page in range(len(lowest) - 1):
        last = min(
            (part for part in found if part.page == page), key=lambda part: part.lines[0], default=None
        )
        rest = max(
            (part for part in found if part.page == page + 1), key=lambda part: part.lines[-1], default=None
        )
        if last is None or rest is None or last.lines[0] > lowest[page] + 1:
            continue
        if len(last.text) > SHORTEST and not ENDED.search(last.text) and rest.text.strip()[0].islower():
            yield last, rest


@pytest.mark.parametrize("paper", SETTINGS)
def test_no_line_and_no_heading_is_left_alone(content: Path, paper: str, tmp_path: Path) -> None:
    found, lowest = read(print_with(read_briefing(content), SETTINGS[paper]), tmp_path)
    headings = [paragraph for paragraph in found if paragraph.tag.startswith("/H")]
    assert len(headings) > 10
    assert [heading for heading in headings if heading.lines[0] - lowest[heading.page] < 4 * MM] == []
    parts = list(broken(found, lowest))
    assert parts or "car-nk" in content.name
    assert [pair for pair in parts if len(pair[0].lines) < 2 or len(pair[1].lines) < 2] == []


def test_lines_left_alone_would_be_seen(tmp_path: Path) -> None:
    """The negative control: the same pages where the style sheet lets single lines stand."""
    briefing = read_briefing(write_content(tmp_path, long_prose(1)))
    report = briefing.compose()
    lax = replace(report, html=re.sub(r"(orphans|widows): 2", r"\1: 1", report.html))
    data = write_report(lay_out_report(lax, briefing.theme).require(), "x.yaml").require()
    pairs = list(broken(*read(data, tmp_path)))
    assert any(len(part.lines) < 2 for pair in pairs for part in pair)


def rows_where_pages_part_tables(tables: str, folder: Path) -> set[int]:
    """Return how many of the six rows of a table stand on the page where it begins, if not all do."""
    content = write_content(folder, f"title: Tables\nsections:\n  - title: Rows\n    content:\n{tables}")
    counts = set()
    for page in read_words(print_with(read_briefing(content), ReportSettings()), folder):
        rows = [word.text for word in page if word.text.startswith("row")]
        counts |= {len(rows) - index for index, row in enumerate(rows) if row == "row0"}
    return {count for count in counts if count < 6}


def test_no_row_of_a_table_is_left_alone(tmp_path: Path) -> None:
    rows = ", ".join(f"[row{index}, 1]" for index in range(6))
    table = f"      - table: {{columns: [Row, Number], rows: [{rows}]}}\n        caption: Rows\n"
    tables = "".join(
        "      - text: |\n" + "          Cells.\n\n" * (1 + index % 9) + table for index in range(70)
    )
    assert rows_where_pages_part_tables(tables, tmp_path) == {2, 3, 4}
