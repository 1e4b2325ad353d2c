"""The briefing as a checker of PDF/UA, a screen reader and an archive see it."""

import re
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from builder.compose.typography import fold_typography
from builder.layout.report import lay_out_report
from builder.model.block import Output, TextBlock
from builder.model.document import Section
from builder.model.inline import plain_text
from builder.model.prose import Paragraph
from builder.pdf.mend.mend import mend
from tests.compose.briefings import read_briefing
from tests.pdf.conftest import Printed
from tests.pdf.tagged import artifact_text, find_faults, headings, open_tagged, read_aloud
from tests.pdf.test_write import without_citations

pytestmark = pytest.mark.render

NO_FAULTS = {
    "FIG-012": "an alternative text of more digits than letters: it gives every value of a forest chart",
    "ORD-001": "paint order: floats and boxes of tables are painted after the text beside them (CSS 2, appendix E)",
    "TAG-002": "a running head of over seven words is taken for prose where its section has but two pages",
}
"""Rules of outloud's own, beyond the standard, and why what they find here is as it should be."""

XMP = {"x": "adobe:ns:meta/", "aid": "http://www.aiim.org/pdfa/ns/id/", "uaid": "http://www.aiim.org/pdfua/ns/id/",
       "schema": "http://www.aiim.org/pdfa/ns/schema#"}  # fmt: skip


@pytest.fixture
def file(printed: Printed, tmp_path: Path) -> Path:
    path = tmp_path / "briefing.pdf"
    path.write_bytes(printed.data)
    return path


def test_checkers_find_no_fault(file: Path) -> None:
    assert find_faults(file) - NO_FAULTS.keys() == set()


@pytest.fixture(scope="module")
def raw(root: Path) -> bytes:
    """The CAR-NK briefing before it is mended."""
    briefing = read_briefing(root / "content" / "car-nk.yaml")
    return lay_out_report(briefing.compose(), briefing.theme).require().paint(b"x").require()


def test_checkers_find_faults_before_mending(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "raw.pdf"
    file.write_bytes(raw)
    assert find_faults(file) >= {"LNK-001", "LST-001", "LST-003"}


def test_the_file_says_that_it_is_both(file: Path) -> None:
    with pikepdf.open(file) as pdf:
        packet = etree.fromstring(pdf.Root.Metadata.read_bytes())
        intent = pdf.Root.OutputIntents[0]
        assert (str(intent.S), int(intent.DestOutputProfile.N)) == ("/GTS_PDFA1", 3)
        assert all(int(note.F) == 4 for page in pdf.pages for note in page.get("/Annots", []))
    attributes = {name: value for element in packet.iter() for name, value in element.attrib.items()}
    assert attributes[f"{{{XMP['aid']}}}part"] == "3"
    assert attributes[f"{{{XMP['aid']}}}conformance"] == "A"
    assert attributes[f"{{{XMP['uaid']}}}part"] == "1"
    assert packet.findtext(".//schema:namespaceURI", namespaces=XMP) == XMP["uaid"]


def test_headings_are_the_outline_and_skip_no_level(file: Path, printed: Printed) -> None:
    with open_tagged(file) as document:
        found = [(level, _squeeze(text)) for level, text in headings(document)]
    outline = [(entry.level, _squeeze(entry.title)) for entry in printed.reading.outline]
    assert [entry for entry in found if entry in outline] == outline
    assert found[0][0] == 1
    assert all(after[0] <= before[0] + 1 for before, after in pairwise(found))
    assert len(found) == len(set(found))


def test_numbers_are_parted_from_the_words_after_them(file: Path) -> None:
    with open_tagged(file) as document:
        found, spoken = [text for _, text in headings(document)], read_aloud(document)
    assert [text for text in found if re.match(r"\d+(\.\d+)* \S", text)]
    assert [text for text in found if re.match(r"[\d.]+[^\d. ]", text)] == []
    assert re.search(r"Figure 1 [A-Z]", spoken)
    assert re.search(r"(Figure|Table) \d+[A-Z]", spoken) is None


def test_reading_order_is_the_documents(file: Path, printed: Printed) -> None:
    with open_tagged(file) as document:
        spoken = _squeeze(read_aloud(document))
    stretches = list(_in_order(printed.resolved.document.sections))
    assert len(stretches) > 5
    place = 0
    for stretch in stretches:
        found = spoken.find(stretch, place)
        assert found >= 0, stretch
        place = found + len(stretch)


def _in_order(sections: tuple[Section, ...]) -> list[str]:
    """Return titles and paragraphs as the author wrote them, one after the other."""
    found: list[str] = []
    for section in sections:
        found.append(_squeeze(f"{section.number} {plain_text(section.title)}"))
        for block in section.content:
            if isinstance(block, TextBlock) and block.shown_in(Output.REPORT):
                for node in block.prose:
                    if isinstance(node, Paragraph):
                        found += without_citations(node.content)
        found += _in_order(section.sections)
    return found


def _squeeze(text: str) -> str:
    return re.sub(r"[\s\-\u00ad]+", "", fold_typography(text))


def test_running_heads_and_page_numbers_are_artifacts(file: Path, printed: Printed) -> None:
    title = plain_text(printed.resolved.document.title)
    count = printed.pages.page_count
    with open_tagged(file) as document:
        artifacts, spoken = artifact_text(document), read_aloud(document)
    for number, text in enumerate(artifacts, 1):
        assert f"{number}/{count}" in text.replace(" ", "")
        assert number == 1 or _squeeze(title) in _squeeze(text)
    assert f"1 / {count}" not in spoken
    assert spoken.count(title) < count


def test_links_say_where_they_lead(file: Path, every_block: Printed, tmp_path: Path) -> None:
    whole = tmp_path / "every-block.pdf"
    whole.write_bytes(every_block.data)
    with pikepdf.open(whole) as pdf:
        texts = {str(note.Contents) for page in pdf.pages for note in page.get("/Annots", [])}
    assert any(text.startswith("1 ") and re.search(r", page \d+$", text) for text in texts)
    assert any("https://example.org/path" in text and not text.startswith("https") for text in texts)
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                assert str(note.Contents).strip()
                assert str(note.Contents) != str(note.get("/Dest", ""))


def test_each_annotation_is_in_one_link(file: Path) -> None:
    with open_tagged(file) as document:
        for annotation in document.annotations:
            owners = document.objr_owners[annotation.objgen]
            assert [owner.type for owner in owners] == ["Link"]
            assert all(above.type != "Link" for owner in owners for above in _above(owner))
        with pikepdf.open(file) as pdf:
            numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
            parents = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
            notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
            assert notes
            assert all(str(parents[int(note.StructParent)].S) == "/Link" for note in notes)


def _above(element):  # type: ignore[no-untyped-def] # outloud's own types are not exported
    while (element := element.parent) is not None:
        yield element


def test_lists_hold_items_alone(file: Path) -> None:
    with open_tagged(file) as document:
        lists = document.elements_of("L")
        items = document.elements_of("LI")
    assert lists
    assert {kid.type for element in lists for kid in element.children} <= {"LI", "L", "Caption"}
    assert {item.parent.type for item in items if item.parent} == {"L"}
    assert {kid.type for item in items for kid in item.children} <= {"Lbl", "LBody"}


def test_tables_have_an_index_of_their_headers(car_nk: Printed, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(car_nk.data)
    with open_tagged(file) as document:
        headers = {cell.id: cell.attr("Scope") for cell in document.elements_of("TH")}
        wanted = {name for cell in document.elements_of("TD") for name in cell.attr("Headers") or []}
    with pikepdf.open(file) as pdf:
        names = pdf.Root.StructTreeRoot.IDTree.Kids[0].Names
        index = [str(name) for name in list(names)[::2]]
    assert index == sorted(index)
    assert set(index) == set(headers)
    assert {str(name) for name in wanted} <= set(index)
    assert {str(scope) for scope in headers.values()} == {"Row", "Column"}


def test_mending_gives_equal_bytes(raw: bytes) -> None:
    assert mend(raw) == mend(raw)
