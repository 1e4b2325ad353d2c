import hashlib
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from builder.compose.typography import fold_typography
from builder.layout.report import lay_out_report
from builder.model.block import Output, TextBlock
from builder.model.document import Section
from builder.model.inline import CitationMark, Inlines, plain_text
from builder.model.prose import Paragraph
from builder.pdf import inspect, write
from builder.pdf.reading import PdfReading
from tests.compose.briefings import EVERY_BLOCK, read_briefing
from tests.pdf.conftest import Printed

pytestmark = pytest.mark.render

PRINT = """
import hashlib, sys
from pathlib import Path
from tests.pdf.conftest import print_briefing
print(hashlib.sha256(print_briefing(Path(sys.argv[1])).data).hexdigest())
"""


def squeeze(text: str) -> str:
    """Return `text` as line breaks leave it: without spaces, hyphens and citations' places."""
    return re.sub(r"[\s\-]+", "", fold_typography(text))


def paragraphs(sections: tuple[Section, ...]) -> list[Inlines]:
    found: list[Inlines] = []
    for section in sections:
        for block in section.content:
            if isinstance(block, TextBlock) and block.shown_in(Output.REPORT):
                found += [node.content for node in block.prose if isinstance(node, Paragraph)]
        found += paragraphs(section.sections)
    return found


def without_citations(content: Inlines) -> list[str]:
    """Return the stretches of text between citations."""
    parts = [""]
    for node in content:
        if isinstance(node, CitationMark):
            parts.append("")
        else:
            parts[-1] += plain_text((node,))
    return [part for part in map(squeeze, parts) if len(part) > 3]


def whole_text(reading: PdfReading) -> str:
    return squeeze("".join(page.text for page in reading.pages))


def test_every_paragraph_is_printed(printed: Printed) -> None:
    text = whole_text(printed.reading)
    stretches = [
        part
        for content in paragraphs(printed.resolved.document.sections)
        for part in without_citations(content)
    ]
    assert stretches
    assert [part for part in stretches if part not in text and not _across_pages(part, printed.reading)] == []


def _across_pages(part: str, reading: PdfReading) -> bool:
    """Return whether `part` begins on one page and ends on the next, where side notes and figures may part it."""
    pages = [squeeze(page.text) for page in reading.pages]
    return any(
        part[:cut] in first and part[cut:] in second
        for first, second in pairwise(pages)
        for cut in range(1, len(part))
    )


def test_the_outline_is_the_headings(printed: Printed) -> None:
    outline = [(entry.level, entry.title, entry.page) for entry in printed.reading.outline]
    assert outline == [(heading.level, heading.text, heading.page) for heading in printed.pages.headings]
    document = printed.resolved.document
    assert outline[0] == (1, plain_text(document.title), 1)
    titles = [title for _, title, _ in outline]
    for section in document.sections:
        assert f"{section.number} {plain_text(section.title)}" in titles


def test_metadata_is_the_documents(every_block: Printed) -> None:
    metadata = every_block.reading.metadata
    assert metadata["Title"] == "Every block"
    assert metadata["Author"] == "A. Writer, B. Writer"
    assert metadata["Subject"] == "One of each, in one briefing"
    assert metadata["Keywords"] == "blocks, CAR-NK"
    assert metadata["CreationDate"] == metadata["ModDate"] == "D:20260305"


def test_language_tags_and_variant(every_block: Printed, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(every_block.data)
    with pikepdf.open(file) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked == True  # noqa: E712 # an object of pikepdf's
        assert pdf.Root.ViewerPreferences.DisplayDocTitle == True  # noqa: E712
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        identifier = hashlib.sha256(every_block.resolved.document.file.encode()).hexdigest()[:16]
        assert bytes(pdf.trailer.ID[0]) == identifier.encode()


def test_headers_of_tables_have_their_scope(every_block: Printed, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(every_block.data)
    with pikepdf.open(file) as pdf:
        headers = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TH"
        ]
        scopes = [str(header.A.Scope) for header in headers]
    assert sorted(scopes) == ["/Column"] * 3 + ["/Row"] * 3


def test_fonts_are_embedded(car_nk: Printed, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(car_nk.data)
    with pikepdf.open(file) as pdf:
        descriptors = [thing for thing in pdf.objects if _is_font_descriptor(thing)]
        assert descriptors
        assert all("/FontFile2" in thing or "/FontFile3" in thing for thing in descriptors)
        names = {str(thing.FontName).partition("+")[2].partition("-")[0] for thing in descriptors}
    assert names <= {"Caladea", "Carlito", "Liberation"}


def _is_font_descriptor(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"


def test_the_file_is_sound(printed: Printed, qpdf: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(printed.data)
    result = subprocess.run([qpdf, "--check", file], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_links_lead_where_they_say(every_block: Printed) -> None:
    reading = every_block.reading
    links = [link for page in reading.pages for link in page.links]
    assert {link.address for link in links if link.address} == {
        "https://example.org/path", "https://doi.org/10.1000/alpha",
    }  # fmt: skip
    assert reading.destinations["ref-Alpha2020"] == len(reading.pages)
    inside = {link.page for link in links if not link.address}
    assert inside <= set(range(1, len(reading.pages) + 1))
    assert len(reading.pages) in inside


def test_every_picture_has_its_alternative_text(every_block: Printed) -> None:
    alts = {figure.alt for page in every_block.reading.pages for figure in page.figures}
    assert alts == {"Bars of 1, 2 and 3.", "A blue square."}


def test_markup_in_content_is_text(every_block: Printed) -> None:
    assert "<b>No markup</b> & “quotes”" in every_block.reading.pages[-1].text


def test_what_is_for_the_deck_is_not_printed(every_block: Printed) -> None:
    text = "".join(page.text for page in every_block.reading.pages)
    assert "Seen by nobody on paper" not in text
    assert "On a slide only" not in text


def test_pages_are_filled(car_nk: Printed) -> None:
    """No page but the last ends with more than a quarter of it blank."""
    reading = car_nk.reading
    for number, page in enumerate(reading.pages[:-1], start=1):
        assert len(page.text) > 900, f"page {number}"


@pytest.mark.slow
def test_equal_bytes_in_any_process_place_and_time(every_block: Printed, root: Path) -> None:
    file = root / "tests" / "compose" / "project" / "content" / "every-block.yaml"
    digests = {hashlib.sha256(every_block.data).hexdigest()}
    for seed, zone, locale in (("1", "UTC", "C"), ("2", "Pacific/Auckland", "tr_TR.UTF-8")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(root)}
        command = [sys.executable, "-c", PRINT, str(file)]
        result = subprocess.run(command, env=env, cwd="/", capture_output=True, text=True, check=True)
        digests.add(result.stdout.strip())
    assert len(digests) == 1


@pytest.mark.parametrize("group", [1, 3])
def test_pages_say_the_same_in_groups_of_any_size(
    group: int, every_block: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(every_block.reading.pages) > group
    monkeypatch.setattr(inspect, "GROUP", group)
    assert inspect.inspect_pdf(every_block.data) == every_block.reading


def test_many_pages_are_written_the_same(every_block: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    briefing = read_briefing(EVERY_BLOCK)
    pages = lay_out_report(briefing.compose(), briefing.theme).require()
    monkeypatch.setattr(write, "MANY_PAGES", 1)
    assert write.write_report(pages, briefing.resolved.document.file).require() == every_block.data
