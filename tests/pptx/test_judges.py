"""Judges from outside: a validator, and LibreOffice."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from builder.pptx.archive import read_archive, write_archive
from builder.pptx.variant import without_autofit
from builder.pptx.write import write_deck
from tests.office import render_pdf
from tests.pptx.decks import chart, deck, long_deck, sample_deck, table

FORMATS = [FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365]


def findings(data: bytes, folder: Path, file_format: FileFormat) -> list[str]:
    path = folder / "deck.pptx"
    path.write_bytes(data)
    result = OpenXmlValidator(file_format=file_format, max_errors=0).validate(path)
    return [str(error) for error in result.errors]


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_validator_finds_nothing(sample: bytes, tmp_path: Path, file_format: FileFormat) -> None:
    for data in (
        sample,
        without_autofit(sample),
        write_deck(deck(chart(), table())),
        write_deck(long_deck(12)),
    ):
        assert findings(data, tmp_path, file_format) == []


@pytest.mark.parametrize(
    ("part", "right", "wrong"),
    [
        ("ppt/slides/slide2.xml", b"<a:t>", b"<a:u>"),
        ("ppt/slides/slide4.xml", b'gridSpan="2"', b'gridSpan="two"'),
        ("ppt/slides/slide5.xml", b'r:embed="rId2"', b'r:embed="rId99"'),
    ],
)
def test_the_validator_can_fail(sample: bytes, tmp_path: Path, part: str, right: bytes, wrong: bytes) -> None:
    members = read_archive(sample)
    assert right in members[part]
    broken = (
        members[part].replace(right, wrong).replace(right.replace(b"<", b"</"), wrong.replace(b"<", b"</"))
    )
    assert findings(write_archive(members | {part: broken}), tmp_path, FileFormat.OFFICE_2019)


@pytest.fixture(scope="session")
def to_pdf(soffice: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Path]:
    office = tmp_path_factory.mktemp("office")

    def convert(data: bytes) -> Path:
        (office / "deck.pptx").write_bytes(data)
        return render_pdf(office / "deck.pptx", office, soffice)

    return convert


@pytest.mark.render
def test_libreoffice_shows_every_slide_and_its_text(
    sample: bytes, to_pdf: Callable[[bytes], Path], pdftotext: Path
) -> None:
    pages = text_of(to_pdf(sample), pdftotext)
    assert len(pages) == len(sample_deck().slides)
    assert "Liu 2020; Marin 2024" in pages[1]
    assert "37 (may include those of Liu 2020)" in pages[3]


@pytest.mark.render
def test_libreoffice_takes_the_themes_typefaces_everywhere(
    sample: bytes, to_pdf: Callable[[bytes], Path]
) -> None:
    names = set(re.findall(rb"/FontName\s*/[A-Z]{6}\+(\w+)", to_pdf(sample).read_bytes()))
    assert names
    assert b"LiberationSerif" not in names, "text that found no style"


def text_of(pdf: Path, pdftotext: Path) -> list[str]:
    run = subprocess.run([pdftotext, "-layout", pdf, "-"], check=True, capture_output=True, text=True)
    return run.stdout.split("\f")[:-1]
