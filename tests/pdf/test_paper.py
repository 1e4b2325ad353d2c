"""Paper, sides, section starts, bleed and crop marks of the written briefing, as pdftotext and pikepdf see them."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from builder.compose.report import compose_report
from builder.layout.report import lay_out_report
from builder.model.document import ReportSettings
from builder.pdf.inspect import inspect_pdf
from builder.pdf.write import write_report
from builder.units import Length
from tests.compose.briefings import EVERY_BLOCK, Briefing, read_briefing, write_content
from tests.pdf.tagged import find_faults

pytestmark = pytest.mark.render

MM = 72 / 25.4
SIZES_MM = {"a4": (210, 297), "letter": (215.9, 279.4), "a5": (148, 210)}
TEXT_MM = {"a4": 170, "letter": 170, "a5": 116}
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    left: float
    top: float
    right: float
    text: str


def print_with(briefing: Briefing, settings: ReportSettings) -> bytes:
    document = replace(briefing.resolved.document, report=settings)
    report = compose_report(briefing.world, replace(briefing.resolved, document=document), briefing.theme)
    laid_out = lay_out_report(report.require(), briefing.theme)
    written = write_report(laid_out.require(), document.file, bleed=settings.bleed)
    assert (report.diagnostics, laid_out.diagnostics, written.diagnostics) == ((), (), ())
    return written.require()


def read_words(data: bytes, folder: Path) -> Iterator[list[Word]]:
    """Yield the words of each page, in points from its top left corner."""
    (folder / "x.pdf").write_bytes(data)
    command = ["pdftotext", "-bbox", str(folder / "x.pdf"), "-"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for page in output.split("<page ")[1:]:
        yield [Word(*map(float, found[:3]), found[4]) for found in WORD.findall(page)]


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return read_briefing(EVERY_BLOCK)


@pytest.fixture(scope="module")
def faults(briefing: Briefing, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return what a checker of PDF/UA finds in the briefing as it is without these settings."""
    file = tmp_path_factory.mktemp("plain") / "plain.pdf"
    file.write_bytes(print_with(briefing, ReportSettings()))
    return find_faults(file)


@pytest.mark.parametrize("paper", ["a4", "letter", "a5"])
def test_two_sided_pages_mirror_each_other(briefing: Briefing, paper: str, tmp_path: Path) -> None:
    pages = list(read_words(print_with(briefing, ReportSettings(paper=paper, sides="two")), tmp_path))
    width = SIZES_MM[paper][0] * MM
    texts = {
        number: (min(word.left for word in page), max(word.right for word in page))
        for number, page in enumerate(pages, 1)
    }
    inner, outer = {"a4": (24, 16), "letter": (26.95, 18.95), "a5": (18, 14)}[paper]
    assert width - (inner + outer) * MM == pytest.approx(TEXT_MM[paper] * MM, abs=1)
    for number, (left, right) in texts.items():
        near, far = (inner, outer) if number % 2 else (outer, inner)
        assert left == pytest.approx(near * MM, abs=1)
        assert right <= width - far * MM + 0.5
    for number, page in enumerate(pages[1:], 2):
        head = sorted((word for word in page if word.top < 20 * MM), key=lambda word: word.left)
        foot = sorted(
            (word for word in page if word.top > (SIZES_MM[paper][1] - 16) * MM), key=lambda word: word.left
        )
        turned_to = foot[0] if number % 2 == 0 else foot[-3]
        assert turned_to.text == str(number)
        title = " ".join(word.text for word in head)
        start = title.startswith if number % 2 else title.endswith
        assert start("Every block")


def test_sections_start_on_right_hand_pages_with_clean_pages_before(
    briefing: Briefing, faults: set[str], tmp_path: Path
) -> None:
    data = print_with(briefing, ReportSettings(paper="a5", sides="two", section_starts="recto"))
    pages = list(read_words(data, tmp_path))
    sections = briefing.resolved.document.sections
    starts = [inspect_pdf(data).destinations[section.id] for section in sections]
    assert {start % 2 for start in starts} == {1}
    for section, start in zip(sections, starts, strict=True):
        below_head = [word for word in pages[start - 1] if word.top > 20 * MM]
        assert below_head[0].text == section.number
    empty = [index for index, page in enumerate(pages, 1) if not page]
    assert empty
    assert all(index % 2 == 0 for index in empty)
    file = tmp_path / "tagged.pdf"
    file.write_bytes(data)
    assert find_faults(file) == faults


def test_sections_start_on_new_pages(briefing: Briefing, tmp_path: Path) -> None:
    data = print_with(briefing, ReportSettings(section_starts="page"))
    pages = list(read_words(data, tmp_path))
    destinations = inspect_pdf(data).destinations
    for section in briefing.resolved.document.sections:
        below_head = [word for word in pages[destinations[section.id] - 1] if word.top > 23 * MM]
        assert min(below_head, key=lambda word: (round(word.top), word.left)).text == section.number
    assert all(pages)


@pytest.mark.parametrize(("bleed", "marks"), [(3, True), (5, True), (0, True), (3, False), (8, False)])
def test_sheets_have_room_for_bleed_and_marks(
    briefing: Briefing, bleed: float, marks: bool, faults: set[str], tmp_path: Path, qpdf: Path
) -> None:
    data = print_with(briefing, ReportSettings(bleed=Length.from_mm(bleed), crop_marks=marks))
    file = tmp_path / "x.pdf"
    file.write_bytes(data)
    subprocess.run([qpdf, "--check", file], check=True, capture_output=True)
    assert find_faults(file) == faults
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            trim, over, media = (
                [float(edge) for edge in box] for box in (page.trimbox, page.bleedbox, page.mediabox)
            )
            assert trim == pytest.approx([0, 0, 210 * MM, 297 * MM], abs=0.01)
            assert [abs(edge - inner) for edge, inner in zip(over, trim, strict=True)] == pytest.approx(
                [bleed * MM] * 4, abs=0.01
            )
            least = max(10, 2 * (bleed + 2)) if marks else bleed
            assert [abs(edge - inner) for edge, inner in zip(media, trim, strict=True)] == pytest.approx(
                [least * MM] * 4, abs=0.01
            )


def test_crop_marks_are_outside_of_the_bleed(briefing: Briefing, tmp_path: Path) -> None:
    """Drawn at 254 dpi, where ten pixels are a millimetre: ink within 5 mm of the trimmed page would be cut into."""
    (tmp_path / "x.pdf").write_bytes(
        print_with(briefing, ReportSettings(bleed=Length.from_mm(3), crop_marks=True))
    )
    command = ["pdftoppm", "-r", "254", "-gray", "-singlefile", "-f", "2", "-png", "x.pdf", "x"]
    subprocess.run(command, check=True, cwd=tmp_path)
    sheet = Image.open(tmp_path / "x.png").point(lambda value: 255 if value < 128 else 0)
    assert sheet.size == pytest.approx((2300, 3170), abs=2)
    corner = sheet.crop((0, 0, 198, 198))
    assert corner.getbbox() == pytest.approx((0, 0, 102, 102), abs=4)
    assert corner.crop((0, 0, 96, 96)).getbbox() is None
    assert sheet.crop((52, 52, 98, 3118)).getbbox() is None


def test_what_is_read_back_is_the_same_with_marks(briefing: Briefing) -> None:
    plain = inspect_pdf(print_with(briefing, ReportSettings()))
    marked = inspect_pdf(print_with(briefing, ReportSettings(bleed=Length.from_mm(3), crop_marks=True)))
    assert [page.text for page in marked.pages] == [page.text for page in plain.pages]


WIDE_TABLE = """\
title: A wide table
report: {{toc: false, paper: {paper}, sides: two}}
sections:
  - title: Section
    content:
      - text: {prose}
      - table:
          columns: [{columns}]
          rows: [{rows}]
          landscape: true
        caption: Many columns
      - text: {prose}
"""


@pytest.mark.parametrize("paper", SIZES_MM)
def test_a_landscape_table_has_pages_of_its_own(paper: str, tmp_path: Path) -> None:
    columns = ", ".join(f"Heading{number}" for number in range(9))
    rows = ", ".join(f"[{', '.join(['row', str(number), *['some words'] * 7])}]" for number in range(60))
    prose = "The cells were found for a long time in all of the patients. " * 30
    content = WIDE_TABLE.format(paper=paper, prose=prose, columns=columns, rows=rows)
    briefing = read_briefing(write_content(tmp_path, content))
    data = print_with(briefing, briefing.resolved.document.report)
    with pikepdf.open(BytesIO(data)) as pdf:
        turned = [float(page.mediabox[2]) > float(page.mediabox[3]) for page in pdf.pages]
        sizes = {tuple(sorted(float(edge) for edge in list(page.mediabox)[2:])) for page in pdf.pages}
    assert [round(edge / MM) for edge in sizes.pop()] == [round(edge) for edge in SIZES_MM[paper]]
    assert not sizes
    assert sum(turned) > 1
    pages = list(read_words(data, tmp_path))
    for is_turned, page in zip(turned, pages, strict=True):
        words = [word.text for word in page]
        assert words.count("Heading0") == is_turned
        assert ("patients." in words) == (not is_turned)
        assert " ".join(words).count(f"/ {len(pages)}") == 1
    rows_shown = [word.text for page in pages for word in page if word.text == "row"]
    assert len(rows_shown) == 60
    file = tmp_path / "tagged.pdf"
    file.write_bytes(data)
    assert find_faults(file) - {"ORD-001"} == set()


SWIMMER = """\
title: Many rows
report: {{toc: false, paper: {paper}}}
sections:
  - title: Section
    content:
      - chart: {{type: swimmer, x: patient, y: months, data: {{patient: [{names}], months: [{months}]}}}}
        alt: Bars.
        caption: {caption}
"""


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_chart_of_many_rows_is_no_taller_than_its_page(paper: str, tmp_path: Path) -> None:
    names = ", ".join(f"Patient{number}" for number in range(60))
    months = ", ".join(str(number % 17 + 2) for number in range(60))
    caption = "Months from infusion to the last visit, one bar for each of the patients. " * 5
    content = SWIMMER.format(paper=paper, names=names, months=months, caption=caption)
    briefing = read_briefing(write_content(tmp_path, content))
    pages = list(read_words(print_with(briefing, briefing.resolved.document.report), tmp_path))
    (page,) = [page for page in pages if any(word.text.startswith("Patient") for word in page)]
    names_shown = [word for word in page if word.text.startswith("Patient")]
    assert len(names_shown) == 60
    heights = sorted(word.top for word in names_shown)
    assert min(lower - upper for upper, lower in pairwise(heights)) > 8
    assert [word.top for word in page if word.text == "patients."][-1] < (SIZES_MM[paper][1] - 19) * MM
