"""What is heard at the ends of lines, as poppler reads it in the order of the tag tree; what is seen stays the same."""

import re
import subprocess
from pathlib import Path

import pytest

from builder.layout.weasy import weasyprint
from tests.pdf.structure import read_structure

pytestmark = pytest.mark.render

HEAD = """<!doctype html><html lang="en"><head><title>t</title><style>
@page { size: 60mm 90mm; margin: 4mm }
body { margin: 0; font: 12px "Liberation Serif", serif; hyphens: auto; hyphenate-character: "-";
  hyphenate-limit-chars: 5 2 2 }
p { margin: 0 0 6px }
</style></head><body>"""

WORDS = "Natural killer cells and transduction of lymphocytes by immunoreceptors motifs well-known to self-renewing"
TEXTS = [
    f"<p>{WORDS}</p>",
    f'<p style="text-align: justify">{WORDS} {WORDS}</p>',
    f'<p style="letter-spacing: 1px; word-spacing: 3px">{WORDS}</p>',
    "<p>" + " ".join(f"<b>{word}</b>" for word in WORDS.split()) + "</p>",
    "<p>" + "".join(f"<i>{word} </i>" for word in WORDS.split()) + "</p>",
    "<p>" + "".join(f"<abbr title='x'>{word}</abbr><span> </span>" for word in WORDS.split()) + "</p>",
    "<p>"
    + " ".join(f'<a href="#x" style="white-space: nowrap">{word}</a>' for word in WORDS.split())
    + "</p>",
    "<p>" + WORDS.replace("transduction", "trans\u00adduc\u00adtion") + "</p>",
    "<p>" + WORDS.replace(" ", "<br>") + "</p>",
    '<p style="white-space: pre-line">' + WORDS.replace(" ", "\n") + "</p>",
]

RIGHT_TO_LEFT = '<p dir="rtl" lang="he">שלום עולם תאים טבעיים מונגשים לחולים רבים</p>'


@pytest.mark.parametrize("body", TEXTS)
def test_words_at_line_ends_are_parted_and_divided_words_whole(
    body: str, tmp_path: Path, pdfinfo: Path
) -> None:
    (spoken,) = read_structure(pdfinfo, _write(body, tmp_path)).texts("P")
    expected = " ".join([WORDS] * body.count("Natural"))
    assert spoken.replace("\u00ad", "") == expected


def test_lines_end_in_soft_and_in_hard_hyphens(tmp_path: Path, pdftotext: Path) -> None:
    file = _write(TEXTS[0], tmp_path)
    text = subprocess.run([str(pdftotext), "-raw", str(file), "-"], capture_output=True, text=True).stdout
    assert text.count("\u00ad\n") == 2
    assert "well-\n" in text


def test_other_readers_get_the_words_too(tmp_path: Path, pdftotext: Path) -> None:
    file = _write(TEXTS[0], tmp_path)
    text = subprocess.run([str(pdftotext), "-raw", str(file), "-"], capture_output=True, text=True).stdout
    assert " ".join(text.replace("\u00ad\n", "").replace("-\n", "-").split()) == WORDS


def test_what_is_laid_out_for_itself_is_no_part_of_a_word(tmp_path: Path, pdfinfo: Path) -> None:
    body = "<p>The end.<span style='position: absolute; left: 30mm'>Slide 4</span></p>"
    assert read_structure(pdfinfo, _write(body, tmp_path)).texts("P") == ["The end. Slide 4"]


@pytest.mark.parametrize("body", TEXTS)
def test_nothing_that_is_seen_changes(body: str, tmp_path: Path, pdftoppm: Path) -> None:
    document = weasyprint.HTML(string=HEAD + body).render()
    plain, tagged = document.write_pdf(), document.write_pdf(pdf_tags=True)
    assert len(tagged) > len(plain)
    assert _picture(pdftoppm, plain, tmp_path) == _picture(pdftoppm, tagged, tmp_path)


def test_no_word_moves_in_lines_from_right_to_left(tmp_path: Path, pdftotext: Path) -> None:
    document = weasyprint.HTML(string=HEAD + RIGHT_TO_LEFT).render()
    before, after = (
        _word_edges(pdftotext, document.write_pdf(pdf_tags=tags), tmp_path) for tags in (False, True)
    )
    assert len(before) == 2 * 7
    assert after == pytest.approx(before, abs=0.01)


def _write(body: str, folder: Path) -> Path:
    file = folder / "lines.pdf"
    weasyprint.HTML(string=HEAD + body).write_pdf(file, pdf_tags=True)
    return file


def _picture(pdftoppm: Path, data: bytes, folder: Path) -> bytes:
    file = folder / "seen.pdf"
    file.write_bytes(data)
    command = [str(pdftoppm), "-r", "96", "-gray", str(file)]
    seen = subprocess.run(command, capture_output=True, check=True).stdout
    assert len(set(seen)) > 100  # shades of ink
    return seen


def _word_edges(pdftotext: Path, data: bytes, folder: Path) -> list[float]:
    """Return the left and right edges of all words, in points."""
    file = folder / "edges.pdf"
    file.write_bytes(data)
    found = subprocess.run([str(pdftotext), "-bbox", str(file), "-"], capture_output=True, text=True).stdout
    return sorted(float(edge) for edge in re.findall(r'\bxM(?:in|ax)="([\d.]+)"', found))
