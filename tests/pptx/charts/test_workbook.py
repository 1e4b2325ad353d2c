"""The embedded workbook, read as the XML that it is."""

import io
import re
import zipfile
from typing import TypeAlias

import pytest
from lxml import etree

from builder.pptx.archive import read_archive
from builder.pptx.names import C
from tests.pptx.charts.samples import charts_deck
from tests.resolve.charts.samples import CHARTS, SEVERE_CRS

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Cells: TypeAlias = dict[str, str | float]


def blob(name: str) -> bytes:
    number = list(CHARTS).index(name) + 1
    return read_archive(charts_deck())[f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"]


def cells(name: str) -> tuple[Cells, dict[str, str]]:
    """Return values and formulas by the names of the cells."""
    with zipfile.ZipFile(io.BytesIO(blob(name))) as archive:
        strings = etree.fromstring(archive.read("xl/sharedStrings.xml")).findall(f"{MAIN}si/{MAIN}t")
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    values: Cells = {}
    formulas = {}
    for cell in sheet.iter(f"{MAIN}c"):
        place, value = cell.get("r", ""), cell.findtext(f"{MAIN}v", "")
        values[place] = strings[int(value)].text or "" if cell.get("t") == "s" else float(value)
        if formula := cell.findtext(f"{MAIN}f"):
            formulas[place] = formula
    return values, formulas


def area(reference: str) -> list[str]:
    """Return the names of the cells that `Sheet1!$A$2:$A$5` means."""
    found = re.fullmatch(r"Sheet1!\$([A-Z]+)\$(\d+)(?::\$\1\$(\d+))?", reference)
    assert found, reference
    return [f"{found[1]}{row}" for row in range(int(found[2]), int(found[3] or found[2]) + 1)]


@pytest.mark.parametrize("name", CHARTS)
def test_every_cached_value_is_in_the_cell_that_it_is_said_to_be_in(name: str) -> None:
    number = list(CHARTS).index(name) + 1
    root = etree.fromstring(read_archive(charts_deck())[f"ppt/charts/chart{number}.xml"])
    values, _ = cells(name)
    references = [*root.iter(f"{{{C}}}numRef"), *root.iter(f"{{{C}}}strRef")]
    assert references
    for reference in references:
        places = area(reference.findtext(f"{{{C}}}f", ""))
        cache = reference[1]
        assert int(cache.find(f"{{{C}}}ptCount").get("val")) == len(places)
        cached = {int(point.get("idx")): point.findtext(f"{{{C}}}v") for point in cache.iter(f"{{{C}}}pt")}
        for index, place in enumerate(places):
            if index not in cached:
                assert place not in values
            elif isinstance(value := values[place], float):
                assert float(cached[index]) == pytest.approx(value)
            else:
                assert cached[index] == value


def test_a_forests_sheet_reads_like_the_authors_table() -> None:
    values, formulas = cells("forest")
    assert [values[f"{column}1"] for column in "ABCDEF"] == ["group", "trial", "n", "pct", "low", "high"]
    assert (values["A2"], "B2" in values) == ("CAR-NK", False)
    rows = [row for row in range(2, 13) if f"B{row}" in values]
    assert [values[f"B{row}"] for row in rows] == SEVERE_CRS["trial"]
    for column, name in zip("CDEF", ("n", "pct", "low", "high"), strict=True):
        assert [values[f"{column}{row}"] for row in rows] == [float(value) for value in SEVERE_CRS[name]]
    assert (formulas["G9"], formulas["H9"]) == ("D9-E9", "F9-D9")


def test_nothing_in_it_depends_on_the_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(blob("forest"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2000-01-01T00:00:00Z"}


def test_a_survival_curve_is_drawn_from_the_authors_cells() -> None:
    values, formulas = cells("kaplan-meier")
    assert [values[f"{column}1"] for column in "ABCDE"] == ["arm", "month", "alive", "lost", "left"]
    assert (formulas["F3"], formulas["G3"], formulas["F4"], formulas["G4"]) == ("B3", "C2", "B3", "C3")
    assert [values[f"{column}3"] for column in "BC"] == [2, 95]


def test_a_swimmers_sheet_reads_like_the_authors_table() -> None:
    values, formulas = cells("swimmer")
    assert [values[f"{column}1"] for column in "ABCDEF"] == [
        "patient", "dose", "months", "on study", "response", "relapse",
    ]  # fmt: skip
    assert [values[f"{column}2"] for column in "ABCDE"] == ["P04", "High", 18.2, "yes", 0.9]
    assert "C2" in formulas.values()
