"""The test card on every reference deck that the tests make, judged from outside: two linters, two readers."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pptx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from builder.model.block import Output
from builder.pipeline.build import Request, build
from tests.office import render_pdf
from tests.pptx.reference import company, decks
from tests.proofs.conftest import FILES
from tests.proofs.test_linter import unexplained

pytestmark = pytest.mark.slow

REFERENCES = {name: decks.saved(make()) for name, make in decks.ALL.items()}
REFERENCES["template"] = decks.as_template(REFERENCES["own slides"])
WITH_SLIDES = ("wide", "own slides", "template")
"""Those that have slides, which are kept in a second build."""

OURS = 53
"""How many slides the test card makes."""

CASES = [*((name, False) for name in REFERENCES), *((name, True) for name in WITH_SLIDES)]


@dataclass(frozen=True, slots=True)
class Case:
    """A deck, and how many slides it has that are not ours."""

    file: Path
    kept: int
    hidden: int


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[0]}{', kept' * case[1]}")
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    name, keeping = request.param
    folder = tmp_path_factory.mktemp("card")
    shutil.copytree(FILES["card"].parent, folder / "cards")
    (folder / "cards" / "brand.pptx").write_bytes(REFERENCES[name])
    content = folder / "cards" / FILES["card"].name
    text = content.read_text(encoding="utf-8")
    assert text.count("\ndeck: {") == 1
    options = f"reference: brand.pptx, {'reference-slides: last, ' * keeping}"
    content.write_text(text.replace("\ndeck: {", f"\ndeck: {{{options}"), encoding="utf-8")
    result = build(Request(content, folder / "out", "out", (Output.DECK,)))
    assert result.losses == ()
    theirs = decks.ALL.get(name, company.company)().slides if keeping else ()
    hidden = sum(slide._element.get("show") == "0" for slide in theirs)
    return Case(folder / "out" / "everything.pptx", len(theirs), hidden)


def test_the_validator_finds_nothing(case: Case) -> None:
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    assert [str(error) for error in validator.validate(case.file).errors] == []


def test_every_finding_of_the_linter_on_our_slides_is_explained(case: Case) -> None:
    assert unexplained(case.file, OURS) == []


def test_another_reader_finds_every_slide(case: Case) -> None:
    slides = pptx.Presentation(str(case.file)).slides
    assert len(slides) == OURS + case.kept
    assert all(slide.shapes.title.text_frame.text for slide in list(slides)[:OURS])


@pytest.mark.render
def test_libreoffice_shows_every_slide(case: Case, soffice: Path) -> None:
    import pypdfium2

    pdf = render_pdf(case.file, case.file.parent, soffice)
    assert len(pypdfium2.PdfDocument(pdf)) == OURS + case.kept - case.hidden
