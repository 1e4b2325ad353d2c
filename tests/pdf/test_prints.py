"""The deck on paper: every slide is on it, as text, in order, and a checker of PDF/UA finds no fault."""

import re
import subprocess
from dataclasses import replace
from html import unescape
from pathlib import Path

import pikepdf
import pytest

from builder.compose.prints import PrintDeck
from builder.compose.typography import fold_typography
from builder.deck.printed import print_deck
from builder.model.block import Output
from builder.model.document import HandoutSettings
from builder.model.prints import Print
from builder.pdf.inspect import inspect_pdf
from builder.pdf.prints import write_print
from tests.compose.briefings import EVERY_BLOCK, Briefing, read_briefing, write_content
from tests.pdf.tagged import artifact_text, find_faults, headings, open_tagged

pytestmark = pytest.mark.render

NO_FAULTS = {
    "FIG-012": "an alternative text of more digits than letters: it gives every value of a forest chart",
    "LNK-010": "references on slides are plain text, because programs underline every link; the briefing has them",
    "ORD-001": "paint order: positioned boxes are painted after the text around them (CSS 2, appendix E)",
    "PAG-001": "the section above the title, on each of its slides, is taken for a running head",
    "TBL-010": "a table continued over slides repeats its header above as few as two rows",
}
"""Rules of outloud's own, beyond the standard, and why what they find here is as it should be."""


CONTENT = """\
title: T
sections:
  - title: First
    content:
      - text: "%s"
      - points: [a]
"""


def squeeze(text: str) -> str:
    return re.sub(r"[\s\-\u00ad]+", "", fold_typography(text))


def titles(deck: PrintDeck) -> list[str]:
    found = (re.search(r"<h[12][^>]*>(.*?)</h[12]>", slide.html, re.DOTALL) for slide in deck.slides)
    return [squeeze(unescape(re.sub("<[^>]+>", "", match[1]))) for match in found if match]


def write(briefing: Briefing, deck: PrintDeck, what: Print) -> bytes:
    written = write_print(briefing.world, briefing.resolved, briefing.theme, what, deck)
    assert written.diagnostics == ()
    return written.require()


@pytest.fixture(scope="module")
def briefing(root: Path) -> Briefing:
    return read_briefing(root / "content" / "car-nk.yaml")


@pytest.fixture(scope="module")
def deck(briefing: Briefing) -> PrintDeck:
    return print_deck(briefing.world, briefing.resolved, briefing.theme).require()


@pytest.fixture(scope="module", params=[what for what in Print if what.of is Output.DECK])
def printed(request: pytest.FixtureRequest, briefing: Briefing, deck: PrintDeck) -> tuple[Print, bytes]:
    return request.param, write(briefing, deck, request.param)


@pytest.fixture
def file(printed: tuple[Print, bytes], tmp_path: Path) -> Path:
    path = tmp_path / "print.pdf"
    path.write_bytes(printed[1])
    return path


def test_every_slide_is_on_it_in_order_with_its_title_as_heading(file: Path, deck: PrintDeck) -> None:
    assert len(titles(deck)) == len(deck.slides) > 10
    with open_tagged(file) as document:
        found = headings(document)
    assert [squeeze(text) for _, text in found] == titles(deck)
    assert [level for level, _ in found] == [1, *[2] * (len(deck.slides) - 1)]
    outline = inspect_pdf(file.read_bytes()).outline
    assert [squeeze(entry.title) for entry in outline] == titles(deck)


def test_checkers_find_no_fault(file: Path) -> None:
    assert find_faults(file) - NO_FAULTS.keys() == set()


def test_it_is_small_and_vector(file: Path) -> None:
    assert file.stat().st_size < 1_000_000
    with pikepdf.open(file) as pdf:
        images = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
        ]
    assert images == []


def test_slides_have_a_page_each_of_their_size(
    printed: tuple[Print, bytes], deck: PrintDeck, file: Path
) -> None:
    what, _ = printed
    with pikepdf.open(file) as pdf:
        boxes = {tuple(round(float(edge)) for edge in page.mediabox) for page in pdf.pages}
        count = len(pdf.pages)
    if what is Print.SLIDES:
        assert (boxes, count) == ({(0, 0, 960, 540)}, len(deck.slides))
    else:
        assert boxes == {(0, 0, 595, 842)}
    if what is Print.HANDOUT:
        assert count == -(-len(deck.slides) // 3)


def test_no_running_head_stands_on_a_page_that_is_a_slide(printed: tuple[Print, bytes], file: Path) -> None:
    with open_tagged(file) as document:
        running = " ".join(artifact_text(document))
    assert bool(re.search(r"\d+ / \d+", running)) == (printed[0] is not Print.SLIDES)


def test_numbers_and_footers_are_artifacts(file: Path, deck: PrintDeck) -> None:
    with open_tagged(file) as document:
        artifacts = " ".join(artifact_text(document))
    for slide in deck.slides[1:]:
        assert re.search(rf"\b{slide.number}\b", artifacts)


def test_slides_have_all_their_words(printed: tuple[Print, bytes], deck: PrintDeck, file: Path) -> None:
    with open_tagged(file) as document:
        texts = [
            squeeze(" ".join(run.text for run in document.content(page.index).runs))
            for page in document.pages
        ]
    whole = "".join(texts)
    for slide in deck.slides:
        text = texts[slide.number - 1] if printed[0] is Print.SLIDES else whole
        words = unescape(re.sub("<[^>]+>", " ", slide.html)).split()
        assert words
        assert [word for word in words if squeeze(word) not in text] == []


def test_the_script_has_notes_sources_and_a_clock(printed: tuple[Print, bytes], deck: PrintDeck) -> None:
    what, data = printed
    if what is not Print.SCRIPT:
        return
    text = "\n".join(page.text for page in inspect_pdf(data).pages)
    clock = [int(m) * 60 + int(s) for m, s in re.findall(r"^(\d+):(\d\d) ?for ", text, re.MULTILINE)]
    assert clock[0] == 0
    assert clock == sorted(set(clock))
    assert len(clock) == len(deck.slides)
    cited = {source.short for slide in deck.slides for source in slide.sources}
    assert cited
    assert [short for short in cited if squeeze(short) not in squeeze(text)] == []


@pytest.mark.parametrize(("slides", "beside"), [(2, "lines"), (3, "notes"), (4, "nothing"), (6, "lines")])
def test_handouts_of_every_kind_have_every_slide(slides: int, beside: str) -> None:
    briefing = read_briefing(EVERY_BLOCK)
    document = briefing.resolved.document
    settings = replace(document.deck, handout=HandoutSettings(slides, beside))
    changed = replace(briefing.resolved, document=replace(document, deck=settings))
    deck = print_deck(briefing.world, changed, briefing.theme).require()
    data = write_print(briefing.world, changed, briefing.theme, Print.HANDOUT, deck).require()
    assert write_print(briefing.world, changed, briefing.theme, Print.HANDOUT, deck).require() == data
    reading = inspect_pdf(data)
    assert [squeeze(entry.title) for entry in reading.outline] == titles(deck)
    if beside != "notes":
        assert len(reading.pages) == -(-len(deck.slides) // slides)


def test_the_file_is_sound(printed: tuple[Print, bytes], qpdf: Path, tmp_path: Path) -> None:
    file = tmp_path / "print.pdf"
    file.write_bytes(printed[1])
    subprocess.run([qpdf, "--check", file], check=True, capture_output=True)


def test_footnotes_are_in_the_script_and_not_in_its_time(tmp_path: Path) -> None:
    def script(note: str) -> str:
        text = f"{'word ' * 130}end{note}."
        made = read_briefing(write_content(tmp_path, CONTENT % text))
        printed = print_deck(made.world, made.resolved, made.theme).require()
        return " ".join(page.text for page in inspect_pdf(write(made, printed, Print.SCRIPT)).pages)

    with_note = script(f"^[{'note ' * 200}]")
    assert "for 1:00" in script("")
    assert "for 1:00" in with_note
    assert "Note a: note note" in with_note


CITING = """\
title: A talk
csl: {csl}
references:
  - {{id: Roe1999, type: article-journal, title: A title, container-title: Acta Imaginaria, author: [{{family: Roe}}],
     issued: {{date-parts: [[1999]]}}}}
sections:
  - title: One
    content:
      - points: ["A fact [@Roe1999]"]
"""


@pytest.mark.parametrize(
    ("csl", "named"), [("vancouver", "Sources 1 Roe, Acta"), ("apa", "Sources Roe, Acta")]
)
def test_the_script_numbers_sources_only_where_citations_are_numbers(
    csl: str, named: str, tmp_path: Path
) -> None:
    made = read_briefing(write_content(tmp_path, CITING.format(csl=csl)))
    printed = print_deck(made.world, made.resolved, made.theme).require()
    pages = inspect_pdf(write(made, printed, Print.SCRIPT)).pages
    assert named in " ".join(" ".join(page.text.split()) for page in pages)
