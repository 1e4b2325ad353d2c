"""Baseline rhythm: how many lines of text stand on one grid of full lines, on all pages of the written briefing."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from builder.cli.new import starter_files
from builder.layout.report import lay_out_report
from builder.model.document import ReportSettings
from builder.pdf.write import write_report
from tests.compose.briefings import EVERY_BLOCK, Briefing, read_briefing, write_content
from tests.pdf.baselines import Baseline, find_baselines, off_grid, share_on_grid
from tests.pdf.test_paper import print_with

pytestmark = pytest.mark.render

FONT = "Carlito"
TYPE_PT = {"a4": (10.0, 13.0), "letter": (10.0, 13.0), "a5": (9.5, 12.5)}
"""Size and line of the text by paper, as the style sheets have them."""

LEAST_SHARE = {"car-nk": 0.99, "starter": 0.95, "every-block": 0.95, "seed 1": 0.99, "seed 2": 0.99}
"""What is off the grid is the title of the key messages, half a line above them."""

TEXT = "cells of one donor were found for twelve months in the blood of two patients who were given them once"
WORDS = TEXT.split()


def some_words(chance: random.Random, most: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(3, most)))


def mixed_blocks(seed: int) -> str:
    """Return a content file in which blocks of all heights follow one another in any order, over many pages."""
    chance = random.Random(seed)

    def words(most: int = 60) -> str:
        return some_words(chance, most)

    def items(key: str, value: str) -> str:
        rows = [f"{{{key}: {words(4)}, {value}: {words(30)}}}" for _ in range(chance.randint(2, 7))]
        return f"[{', '.join(rows)}]"

    def block() -> str:
        rows = ", ".join(f"[{words(5)}, {words(20)}]" for _ in range(chance.randint(2, 12)))
        kinds = (
            f"text: |\n          {words()}\n\n          {words()}\n\n          - {words(20)}\n          - {words(20)}",
            f"text: {words()} `code` and x^2^",
            f"text: '{words()}:'",
            f"steps: {items('title', 'text')}",
            f"cards: {items('title', 'text')}",
            f"timeline: {items('date', 'title')}",
            f"callout: {{kind: note, title: {words(6)}, text: {words()}}}",
            f"quote: {{text: {words(40)}, by: {words(4)}}}",
            f"points: [{words(20)}, {words(20)}, {words(20)}]",
            f"table: {{columns: [{words(4)}, {words(4)}], rows: [{rows}]}}\n        caption: {words(40)}",
        )
        return f"      - {chance.choice(kinds)}\n"

    sections = "".join(
        f"  - title: Part {part} {words(12)}\n    headline: {words(12)}\n    content:\n"
        + "".join(block() for _ in range(6))
        for part in range(12)
    )
    return f"title: Mixed\nsections:\n{sections}"


@pytest.fixture(scope="module", params=LEAST_SHARE)
def named(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, root: Path
) -> tuple[str, Briefing]:
    name = request.param
    folder = tmp_path_factory.mktemp("project")
    if name == "car-nk":
        return name, read_briefing(root / "content" / "car-nk.yaml")
    if name == "every-block":
        return name, read_briefing(EVERY_BLOCK)
    if name == "starter":
        for path, text in starter_files("starter").items():
            (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "content" / path).write_text(text, encoding="utf-8")
        return name, read_briefing(folder / "content" / "starter.yaml")
    return name, read_briefing(write_content(folder, mixed_blocks(int(name.split()[1]))))


@pytest.mark.parametrize("paper", TYPE_PT)
def test_lines_of_text_stand_on_one_grid(named: tuple[str, Briefing], paper: str) -> None:
    name, briefing = named
    size, line = TYPE_PT[paper]
    lines = find_baselines(print_with(briefing, ReportSettings(paper=paper)), FONT, size)
    assert len(lines) > 20
    assert share_on_grid(lines, line) >= LEAST_SHARE[name], off_grid(lines, line)


def test_without_steps_of_blocks_they_do_not(root: Path) -> None:
    """The negative control: the judge tells a briefing whose blocks are as high as they happen to be."""
    briefing = read_briefing(root / "content" / "car-nk.yaml")
    report = briefing.compose()
    report = replace(report, html=report.html.replace("--block-step", "--of-no-use"))
    pages = lay_out_report(report, briefing.theme).require()
    lines = find_baselines(write_report(pages, briefing.resolved.document.file).require(), FONT, 10)
    assert share_on_grid(lines, 13) < 0.8


def test_a_line_counts_if_it_is_within_half_a_point_of_the_grid() -> None:
    lines = [Baseline(1, 13.0 * index + 2) for index in range(1, 9)]
    near, far, half_way = Baseline(2, 28.4), Baseline(2, 42.0), Baseline(2, 47.5)
    assert off_grid([*lines, near, far, half_way], 13) == [far, half_way]
    assert share_on_grid([*lines, far, half_way], 13) == 0.8
