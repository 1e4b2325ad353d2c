"""Whatever is taken out of a written file behind the program's back is missed: every block kind, both outputs.

The files are made of the starter, which has every block, and the charts that it lacks.
The mutations are made of what there is, none is picked by hand: for each block all its words at once, its longest and
its shortest text; for each drawing its alternative text, its ink or shape, its file; for each chart its values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from builder.content.schema.one_kind import KINDS
from builder.model.block import Block, Chart, ChartKind, Figure, Output, Table
from builder.pipeline.parity.compare import Comparison
from builder.pipeline.parity.expected import Expected, expect, word_of
from builder.pipeline.parity.text import squeeze
from tests.benchmarks.multiply import multiply
from tests.pipeline.parity.deck_mutations import DeckFile
from tests.pipeline.parity.pdf_mutations import PdfFile
from tests.pipeline.parity.projects import Project, blocks_of, compare_file, make, make_project, write_starter

pytestmark = [pytest.mark.render, pytest.mark.slow]

MORE = """
  - title: More charts
    content:
      - chart: {type: stacked-bar, data: {site: [North, South], done: [31, 27], due: [9, 14]}, x: site, y: [done, due]}
        alt: Stacked bars of visits at two sites.
      - chart: {type: area, data: {quarter: [first, second, third], visits: [310, 290, 355]}, x: quarter, y: visits}
        alt: Area chart of visits in three quarters.
      - chart: {type: pie, data: {answer: [agree, disagree], share: [58, 42]}, x: answer, y: share, unit: "%"}
        alt: Pie chart of two answers.
"""
NOTHING_TO_SAY = {Output.REPORT: {"page-break", "slide"}, Output.DECK: {"page-break"}}
"""Kinds without words of their own: a page break has none, a slide is the deck's alone."""


@dataclass(frozen=True)
class Mutation:
    """A file with something taken out of it."""

    output: Output
    name: str
    part: Expected
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Files:
    """Both outputs of the starter, what they must say, and where it stands in them."""

    project: Project
    report: PdfFile
    deck: DeckFile
    places: dict[Output, Comparison]


def write_talk(folder: Path) -> Path:
    file = write_starter(folder)
    file.write_text(file.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return make_files(write_talk(tmp_path_factory.mktemp("project") / "content"))


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Return the files of a talk that says everything twice, word for word."""
    file = write_starter(tmp_path_factory.mktemp("twice") / "content")
    multiply(file, 2, file, alike=True)
    return make_files(file)


def make_files(file: Path) -> Files:
    project = make_project(file)
    data = {output: make(project, output).data or b"" for output in Output}
    places = {output: compare_file(project[1], output, data[output]) for output in Output}
    return Files(project, PdfFile(data[Output.REPORT]), DeckFile(data[Output.DECK]), places)


def mutations(files: Files, output: Output) -> Iterator[Mutation]:
    parts = {part.path: part for part in expect(files.project[1], output)}
    for block in blocks_of(files.project[1], output):
        part = parts.get(block.path)
        if part is not None:
            pages = files.places[output].places.get(block.path, ())
            yield from _text_mutations(files, output, part, pages)
            if output is Output.REPORT:
                yield from _drawing_mutations(files, part)
            else:
                yield from _deck_mutations(files, block, part, pages)


def _text_mutations(
    files: Files, output: Output, part: Expected, pages: tuple[int, ...]
) -> Iterator[Mutation]:
    texts = sorted({squeeze(piece.text).text for piece in part.pieces}, key=len)
    for name, wanted in (("all", texts), ("longest", texts[-1:]), ("shortest", texts[:1])):
        if wanted:
            yield Mutation(
                output, name, part, lambda wanted=wanted: _without_text(files, output, wanted, pages)
            )


def _without_text(files: Files, output: Output, wanted: list[str], pages: tuple[int, ...]) -> bytes:
    if output is Output.DECK:
        return files.deck.without_text(wanted, pages)
    marks = [files.report.find_text(text, pages) for text in wanted]
    assert all(marks), wanted
    return files.report.without_content(set().union(*marks))


def _drawing_mutations(files: Files, part: Expected) -> Iterator[Mutation]:
    if part.drawing:
        yield Mutation(Output.REPORT, "ink", part, lambda: files.report.without_figure(part.drawing.alt))
        yield Mutation(Output.REPORT, "alt", part, lambda: files.report.without_alt(part.drawing.alt))


def _deck_mutations(
    files: Files, block: Block, part: Expected, slides: tuple[int, ...]
) -> Iterator[Mutation]:
    deck = files.deck
    if isinstance(block, Table):
        yield Mutation(Output.DECK, "row", part, lambda: deck.without_row(slides))
    if isinstance(block, Figure | Chart):
        yield Mutation(Output.DECK, "shape", part, lambda: deck.without_shape(part.drawing.alt, slides))
        yield Mutation(Output.DECK, "alt", part, lambda: deck.without_alt(part.drawing.alt, slides))
    if isinstance(block, Figure):
        for extension in {Path(name).suffix for _, name in part.drawing.files} | {".png"}:
            yield Mutation(
                Output.DECK, f"file {extension}", part, lambda e=extension: deck.with_another_file(slides, e)
            )
    if isinstance(block, Chart):
        number = part.drawing.numbers[-1]
        yield Mutation(Output.DECK, "value", part, lambda: deck.with_another_value(number, slides))
        yield Mutation(Output.DECK, "cell", part, lambda: deck.with_another_cell(number, slides))


@pytest.mark.parametrize("output", Output)
def test_the_files_as_written_lack_nothing(files: Files, output: Output) -> None:
    assert files.places[output].losses == ()


@pytest.mark.parametrize("output", Output)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_taken_out_of_a_block_is_missed(files: Files, output: Output, kind: str) -> None:
    found = [mutation for mutation in mutations(files, output) if mutation.part.word == kind]
    assert bool(found) is (kind not in NOTHING_TO_SAY[output]), "every kind that has words is tried"
    unseen = []
    for mutation in found:
        losses = compare_file(files.project[1], output, mutation.make()).losses
        if mutation.part.path not in {loss.expected.path for loss in losses}:
            unseen.append((mutation.part.path, mutation.name, mutation.part.pieces))
    assert unseen == []


def test_every_kind_of_chart_and_block_is_among_the_mutations(files: Files) -> None:
    blocks = [block for output in Output for block in blocks_of(files.project[1], output)]
    assert {block.kind for block in blocks if isinstance(block, Chart)} == set(ChartKind)
    assert {word_of(block) for block in blocks} == set(KINDS)


@pytest.mark.parametrize("output", Output)
def test_files_that_say_everything_twice_lack_nothing_and_tell_the_places(
    twice: Files, output: Output
) -> None:
    assert twice.places[output].losses == ()
    paths = [block.path for block in blocks_of(twice.project[1], output)]
    begins = [min(sheets) for path in paths if (sheets := twice.places[output].places.get(path))]
    assert len(begins) > len(paths) / 2
    moved = 1 if output is Output.REPORT else 0  # a figure may follow the text behind it
    assert all(after >= before - moved for before, after in pairwise(begins)), begins


@pytest.mark.parametrize("output", Output)
def test_of_two_blocks_alike_one_that_is_taken_out_is_missed(twice: Files, output: Output) -> None:
    unseen = []
    for mutation in mutations(twice, output):
        if mutation.name == "all":
            losses = compare_file(twice.project[1], output, mutation.make()).losses
            if not {piece.text for piece in mutation.part.pieces} & {loss.text for loss in losses}:
                unseen.append((mutation.part.path, mutation.name, mutation.part.pieces))
    assert unseen == []
