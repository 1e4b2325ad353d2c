"""What a deck linter of others says of our decks: each finding that remains, and why it stays."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import archforge
import pytest
from pptx import Presentation
from pptx.util import Inches, Pt

from tests.proofs.conftest import FILES, judged

pytestmark = pytest.mark.slow

EXPLAINED = {
    "E2": "dislikes every dash; ours stand where typography wants one, as in 'Clopper–Pearson' and in ranges",
    "W6": "slides of one layout are alike: a theme is meant to do that",
    "W11": "a word of advertising in the text; the reference lists quote titles as they are",
    "W14": "takes titles for noun phrases; what titles say is the author's",
    "W15": "guesses the widths of text from its number of letters; `_apart` shows that the frames do not overlap, and "
    "tests/fit that no text leaves its frame",
    "W18": "does not look through the pictures and table fills behind some text; test_contrast looks at ours",
}
"""Findings of archforge 0.11, all profiles, by their codes."""


def findings(file: Path) -> list[Any]:
    errors, warnings = archforge.lint_pptx(str(file), profile="full")
    return [*errors, *warnings]


def unexplained(file: Path, last: int) -> list[str]:
    """Return what the linter finds on the slides up to number `last` that is not explained here."""
    slides = Presentation(str(file)).slides
    found = [one for one in findings(file) if one.page <= last]
    return [
        f"{one.page} {one.code} {one.detail}"
        for one in found
        if one.code not in EXPLAINED or (one.code == "W15" and not _apart(one, slides[one.page - 1]))
    ]


@pytest.mark.parametrize("name", FILES)
def test_every_finding_is_explained(name: str, tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(judged(name).data)
    assert unexplained(file, len(judged(name).deck.slides)) == []


def _apart(finding: Any, slide: Any) -> bool:
    """Return whether the two texts stand in frames that do not overlap, or in two cells of one table."""
    one, other = finding.loc, finding.loc["related"]
    if one["shape_id"] == other["shape_id"]:
        return bool(one["cell"] != other["cell"])
    shapes = {shape.shape_id: shape for shape in slide.shapes}
    upper, lower = sorted((shapes[one["shape_id"]], shapes[other["shape_id"]]), key=lambda shape: shape.top)
    return bool(upper.top + upper.height <= lower.top)


def test_the_linter_can_find_faults(tmp_path: Path) -> None:
    presentation = Presentation(BytesIO(judged("card").data))
    box = presentation.slides[1].shapes.add_textbox(Inches(12), Inches(1), Inches(4), Inches(1))
    run = box.text_frame.paragraphs[0].add_run()
    run.text, run.font.size = "beyond the edge", Pt(3)
    presentation.save(str(tmp_path / "deck.pptx"))
    assert {one.code for one in findings(tmp_path / "deck.pptx")} - EXPLAINED.keys()
