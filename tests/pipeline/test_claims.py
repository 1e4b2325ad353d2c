"""The evidence table: where claims are said, their age, and tables that are safe to open."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from lxml import etree

from builder.compose.evidence_csv import guard
from builder.errors import ExitCode
from builder.model.evidence import ClaimEvidence
from builder.pipeline.claims import Tables, tabulate
from builder.pipeline.log import observe_nothing
from tests.chromium import find_barriers, sideways_overflow, visit

CONTENT = """\
title: "Trials & <b>tables</b>"
date: 2026-11-22
abstract: "In short, {rate.value}."
references:
  - {id: Liu2020, type: article-journal, title: "On <i>cells</i>", container-title: J, issued: {date-parts: [[2020]]}}
  - {id: Loose, type: book, title: A book that no text cites}
claims:
  - {id: rate, statement: "Response of *all* <patients>", value: 73, unit: "%", n: "1,011",
     as-of: 2026-01-23, source: "Liu2020, p. 3"}
  - {id: fall, statement: "=HYPERLINK(1)", value: -12.5, design: "@risk", follow-up: "+1 year",
     as-of: 2026-01-22, source: Loose}
  - {id: view, statement: Our view, value: early, status: editorial}
sections:
  - title: Results
    headline: "{rate.value} responded"
    notes: "Say {fall.value} slowly."
    content:
      - text: "First {rate}. Change {fall.value}, {view}."
      - chart: {type: bar, data: {trial: [Liu, Other], share: ["{rate}", 20]}, x: trial, y: share, unit: "%"}
        alt: "Bars of {rate.value} and 20%."
      - points: ["{view.value}"]
        only: deck
      - page-break: true
      - table: {columns: [A, B], rows: [[fall, "{fall.number}"]]}
        caption: A table
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return make(tmp_path_factory.mktemp("claims"))


def make(folder: Path) -> Tables:
    (folder / "a.yaml").write_text(CONTENT, encoding="utf-8")
    result, found = tabulate(folder / "a.yaml", observe_nothing)
    assert result.exit_code is ExitCode.OK, (result.diagnostics, result.losses)
    assert found is not None
    return found


def places(row: ClaimEvidence) -> tuple[tuple[int, ...], ...]:
    return row.pages, row.slides, row.notes


def test_each_claim_has_its_pages_slides_and_notes(tables: Tables) -> None:
    rate, fall, view = tables.rows
    assert places(rate) == ((1,), (2,), (1, 2))
    assert places(fall) == ((1, 2), (4,), (2,))
    assert places(view) == ((1,), (3,), (2,))


def test_ages_are_whole_months_at_the_date_of_the_document(tables: Tables) -> None:
    assert [row.age_months for row in tables.rows] == [9, 10, None]


def test_the_csv_is_read_back_cell_by_cell_and_nothing_is_a_formula(tables: Tables) -> None:
    assert tables.csv.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(tables.csv.removeprefix("\ufeff"), newline="")))
    rate, fall, view = rows
    assert (rate["value"], rate["number"], rate["n"], rate["pages"], rate["slides"]) == (
        "73%",
        "73",
        "1011",
        "1",
        "2",
    )
    assert (fall["value"], fall["number"]) == ("-12.5", "-12.5")
    assert (fall["statement"], fall["design"], fall["follow-up"]) == ("'=HYPERLINK(1)", "'@risk", "'+1 year")
    assert rate["sources"].endswith("(p. 3)")
    assert "On cells" in rate["sources"]
    assert (view["sources"], view["status"], view["age in months"]) == ("", "editorial", "")


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1"]
)
def test_a_formula_is_text(cell: str) -> None:
    assert guard(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["-12.5", "+3", "-12.5%", "-1,024", "1e-3", "-1e-3", "73%", "a=b", "2–3", "", "p < 0.05"]
)
def test_a_number_or_a_text_is_left_alone(cell: str) -> None:
    assert guard(cell) == cell


def test_the_html_is_one_file_escaped_and_reaches_for_nothing(tables: Tables) -> None:
    root = etree.fromstring(tables.html.encode(), etree.HTMLParser(encoding="utf-8"))
    assert root.get("lang") == "en-US"
    assert root.findtext(".//h1") == "Trials & <b>tables</b>"
    assert root.find(".//h1/b") is None
    assert not [e for e in root.iter() if e.get("src") or e.tag in ("script", "link", "img", "iframe")]
    hrefs = [e.get("href") for e in root.iter("a")]
    assert hrefs == ["#ref-Liu2020", "#ref-Loose"] * bool(hrefs)
    assert {e.get("id") for e in root.iter("li")} == {"ref-Liu2020", "ref-Loose"}
    assert "url(" not in tables.html
    assert "@import" not in tables.html


def test_the_table_has_a_caption_and_headers_with_scope(tables: Tables) -> None:
    root = etree.fromstring(tables.html.encode(), etree.HTMLParser(encoding="utf-8"))
    assert root.findtext(".//caption")
    heads = [e.get("scope") for e in root.iter("th")]
    assert heads == ["col"] * 8 + ["row"] * 3
    cells = ["".join(cell.itertext()).split() for cell in root.findall(".//tbody/tr")[0]]
    assert cells[0][:4] == ["Response", "of", "all", "<patients>"]
    assert " ".join(cells[4]) == "Page 1 Slide 2 Notes of slides 1–2"
    assert " ".join(cells[7]) == "2026-01-23 9 months old"


@pytest.mark.render
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_barrier_and_only_the_table_scrolls_sideways(tables, browser, tmp_path, width) -> None:
    (tmp_path / "claims.html").write_text(tables.html, encoding="utf-8")
    with visit(browser, (tmp_path / "claims.html").as_uri(), width=width) as seen:
        assert find_barriers(seen.page) == []
        assert sideways_overflow(seen.page) <= 0
        assert (seen.messages, seen.requests[1:]) == ([], [])


def test_the_same_content_gives_the_same_bytes_in_another_folder(tables: Tables, tmp_path: Path) -> None:
    other = make(tmp_path)
    assert (other.html, other.csv, list(other.lines())) == (tables.html, tables.csv, list(tables.lines()))


def test_the_text_has_a_line_for_each_claim(tables: Tables) -> None:
    lines = list(tables.lines())
    assert len(lines) == 4
    assert lines[1].split()[:2] == ["rate", "73%"]
