"""Both outputs tell where the other shows the same, whichever of them is built."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.errors import ExitCode
from builder.model.block import Output
from builder.model.prints import Print
from builder.pdf.inspect import inspect_pdf
from builder.pipeline import outputs
from builder.pipeline.build import Request, Result, build
from builder.pipeline.stages import LAY_OUT, WRITE
from builder.pptx.inspect import inspect_deck
from tests.pptx.reference import decks

pytestmark = pytest.mark.render

CONTENT = """\
title: Two outputs
date: 2026-01-15
key-messages: [They point to each other.]
sections:
  - title: First
    notes: Said of the first.
    content:
      - points: [A point]
      - {only: deck, points: [Of the deck]}
  - title: Second
    content:
      - page-break: true
      - table: {columns: [A, B], rows: [[c, d]]}
        caption: In both.
      - table: {columns: [A, B], rows: [[e, f]]}
        caption: Of the report.
        only: report
      - slide: {title: By hand, content: [{points: [x]}]}
  - title: Third
    only: deck
    content:
      - points: [y]
"""
Build = Callable[..., Result]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "content" / "talk.yaml"
    path.parent.mkdir()
    path.write_text(CONTENT, encoding="utf-8")
    return path


def make(file: Path, *wanted: Output | Print, folder: str = "output", force: bool = False) -> Result:
    wanted = wanted or (Output.REPORT, Output.DECK)
    result = build(Request(file, file.parent.parent / folder, folder, wanted, force=force))
    assert result.exit_code is ExitCode.OK, result.diagnostics
    return result


def pointers(file: Path, folder: str = "output") -> tuple[list[str], list[str]]:
    """Return the pointers of the briefing, in order, and the one at the foot of each slide or nothing."""
    made = file.parent.parent / folder
    pages = inspect_pdf((made / "talk.pdf").read_bytes()).pages
    slides = inspect_deck((made / "talk.pptx").read_bytes()).slides
    in_pages = [found for page in pages for found in re.findall(r"Slide \d+", page.text)]
    return in_pages, ["".join(re.findall(r"Briefing p\. \d+", slide.text)) for slide in slides]


def test_each_points_to_the_other(file: Path) -> None:
    make(file)
    first, second = "Briefing p. 1", "Briefing p. 2"
    assert pointers(file) == (["Slide 4"], ["", first, first, second, "", ""])


def test_each_is_the_same_whatever_is_built_beside_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(file)
    make(file, Output.REPORT, folder="pdf", force=True)
    make(file, Output.DECK, folder="pptx")
    monkeypatch.setattr(outputs, "CAN_FORK", False)
    make(file, folder="one", force=True)
    root = file.parent.parent
    for kind, folders in {"pdf": ("pdf", "one"), "pptx": ("pptx", "one")}.items():
        whole = (root / "output" / f"talk.{kind}").read_bytes()
        assert all((root / folder / f"talk.{kind}").read_bytes() == whole for folder in folders)


def test_they_can_be_left_out(file: Path) -> None:
    file.write_text(f"{CONTENT}pointers: false\n", encoding="utf-8")
    make(file)
    assert pointers(file) == ([], [""] * 6)


def test_the_briefing_is_not_made_again_where_no_number_changes(file: Path) -> None:
    make(file)
    before = (file.parent.parent / "output" / "talk.pdf").read_bytes()
    file.write_text(CONTENT.replace("Said of", "Told of"), encoding="utf-8")
    stages = {timing.stage for timing in make(file).timings if timing.output is Output.REPORT}
    assert stages.isdisjoint({LAY_OUT, WRITE})
    assert (file.parent.parent / "output" / "talk.pdf").read_bytes() == before


def test_a_new_slide_changes_the_numbers_in_the_briefing(file: Path) -> None:
    make(file)
    deck_only = "- {only: deck, cards: [{title: t, text: u}]}"
    file.write_text(CONTENT.replace("  - title: Second", f"      {deck_only}\n  - title: Second"), "utf-8")
    make(file)
    assert pointers(file)[0] == ["Slide 5"]


def test_prints_are_handed_out_alone_and_have_none(file: Path) -> None:
    made = make(file, Print.SLIDES).prints[0].data
    text = " ".join(page.text for page in inspect_pdf(made).pages)
    assert "In both" in text
    assert "Briefing p" not in text


def test_a_company_deck_has_no_place_for_them_and_the_briefing_points_to_it(file: Path) -> None:
    reference = decks.saved(decks.ALL["default"]())
    (file.parent / "brand.pptx").write_bytes(reference)
    file.write_text(f"{CONTENT}deck: {{reference: brand.pptx}}\n", encoding="utf-8")
    make(file)
    assert pointers(file) == (["Slide 4"], [""] * 6)
