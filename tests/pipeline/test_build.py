"""Where a build stops, and what it has told by then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.content.load import load
from builder.errors import ExitCode
from builder.model.block import Output
from builder.pipeline import deck_draft, outputs, prepare, report_draft
from builder.pipeline.branch import CAN_FORK
from builder.pipeline.build import Request, Result, build, check
from builder.pipeline.log import Progress
from builder.pipeline.parity.expected import expect
from builder.pipeline.project import open_world
from builder.pipeline.stages import PUBLISH, STAGES, Stage
from builder.resolve.resolve import resolve
from tests.theme.themes import own_theme

GOOD = """\
title: A small talk
date: 2026-01-15
sections:
  - title: Methods
    content:
      - points: [The first count gave 11., The second count gave 11 as well.]
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Write a content file into a project."""

    def write(text: str) -> Path:
        file = tmp_path / "content" / "talk.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write


def request(file: Path, **options: object) -> Request:
    return Request(file, file.parents[1] / "output", "output", **options)  # type: ignore[arg-type]


def codes(result: Result) -> set[str]:
    return {diagnostic.code for diagnostic in result.diagnostics}


def stages(result: Result) -> list[tuple[str, str]]:
    return [(str(t.stage), t.output.value if t.output else "") for t in result.timings]


def test_the_stages_are_numbered_from_one() -> None:
    assert [stage.number for stage in STAGES] == list(range(1, len(STAGES) + 1))
    assert str(PUBLISH) == "9 publish"


def test_a_syntax_error_is_the_last_word(write: Callable[[str], Path]) -> None:
    result = build(request(write("title: [\n")))
    assert result.exit_code is ExitCode.CONTENT
    assert stages(result) == [("1 read", "")]
    assert result.publication is None


def test_faults_of_shape_theme_and_references_are_told_together(write: Callable[[str], Path]) -> None:
    text = GOOD + "      - text: See @fig-none and [@None2020].\nsubtitel: x\ntheme: clinicl\n"
    result = build(request(write(text)))
    assert codes(result) >= {"B201", "B301", "B206", "B510"}
    assert stages(result) == [("1 read", ""), ("2 theme", ""), ("3 resolve", ""), ("4 lint", "")]
    assert not result.panels


def test_what_a_fault_hides_is_not_called_unused(write: Callable[[str], Path]) -> None:
    text = GOOD + "      - text: The FDA was told.\nabbreviations: {FDA: Food and Drug Administration}\n"
    assert codes(build(request(write(text)))) == set()
    assert codes(build(request(write(text.replace("      - text:", "      - txt:"))))) == {"B209"}


def test_a_stage_is_told_of_as_it_begins(write: Callable[[str], Path]) -> None:
    begun: list[str] = []

    def observe(stage: Stage, output: Output | None, progress: Progress | None) -> None:
        assert progress is None
        begun.append(stage.name)

    check(write("title: [\n"), observe=observe)
    assert begun == ["read"]


@pytest.mark.render
@pytest.mark.parametrize("only", [Output.REPORT, Output.DECK])
def test_each_page_or_slide_is_told_of_with_the_share_of_the_work(
    write: Callable[[str], Path], tmp_path: Path, only: Output
) -> None:
    told: list[tuple[str, Progress]] = []

    def observe(stage: Stage, output: Output | None, progress: Progress | None) -> None:
        if progress:
            assert output is only
            told.append((stage.name, progress))

    file = write("title: A title\npointers: false\nsections: [{title: One, content: [{text: A text.}]}]\n")
    build(Request(file, tmp_path / "output", "output", (only,)), observe)
    assert {stage for stage, _ in told} == ({"lay out", "write"} if only is Output.REPORT else {"lay out"})
    last = told[-1][1]
    assert last.sheet == last.sheets >= 1
    assert 0 < last.share < 1


@pytest.mark.render
@pytest.mark.parametrize("at_once", [False, True])
def test_both_outputs_come_out_alike_at_once_and_one_after_the_other(
    write: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    for module in (outputs, prepare):
        monkeypatch.setattr(module, "CAN_FORK", at_once and CAN_FORK)
    monkeypatch.setattr(prepare, "are_loaded", lambda: False)
    file = write(GOOD)
    result = build(request(file))
    assert result.exit_code is ExitCode.OK
    assert [panel.output for panel in result.panels] == [Output.REPORT, Output.DECK]
    assert {path.name for path in result.world.reads} >= {"deck.css", "report.css", "talk.yaml"}
    assert {stage for stage, _ in stages(result)} == {str(stage) for stage in STAGES}
    again = build(request(file))
    assert [panel.data for panel in again.panels] == [panel.data for panel in result.panels]


@pytest.mark.render
def test_a_check_writes_nothing_and_says_what_a_build_says(write: Callable[[str], Path]) -> None:
    words = "one word " * 300
    file = write(GOOD + f"      - callout: {{kind: note, text: {words}}}\nlint: {{slide-words: 1000}}\n")
    checked = check(file)
    assert {path.name for path in file.parents[1].iterdir()} == {"content"}
    built = build(request(file))
    assert codes(checked) == codes(built) == {"B601"}
    assert checked.exit_code is built.exit_code is ExitCode.CONTENT
    assert not (file.parents[1] / "output").exists()


@pytest.mark.render
def test_a_lost_text_is_our_fault_and_publishes_nothing(
    write: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(GOOD)
    assert build(request(file)).losses == ()
    before = {path.name: path.read_bytes() for path in (file.parents[1] / "output").iterdir()}
    world = open_world(file)
    full = resolve(world, load(world, file).require()).require()
    for draft in (report_draft, deck_draft):
        monkeypatch.setattr(draft, "expect", lambda _resolved, output: expect(full, output))
    result = build(request(write(GOOD.replace("The second count gave 11 as well.", "No more."))))
    assert result.exit_code is ExitCode.INTERNAL
    assert {loss.code for loss in result.losses} == {"B701", "B801"}
    assert all("The second count gave 11 as well." in loss.message for loss in result.losses)
    assert {path.name: path.read_bytes() for path in (file.parents[1] / "output").iterdir()} == before


@pytest.mark.render
@pytest.mark.parametrize("brings", [True, False], ids=["template", "colours"])
def test_what_a_theme_of_the_project_leaves_out_is_told_as_its_fault(
    write: Callable[[str], Path], brings: bool
) -> None:
    file = write(GOOD.replace("date:", "theme: own\ndate:"))
    theme = own_theme(file.parents[1])
    if brings:
        (theme / "report" / "blocks").mkdir(parents=True)
        (theme / "report" / "blocks" / "points.html.j2").write_text("", "utf-8")
    result = build(request(file))
    assert result.losses == ()
    assert result.exit_code is (ExitCode.CONTENT if brings else ExitCode.OK)
    lost = [found for found in result.diagnostics if found.code == "B701"]
    assert bool(lost) is brings
    for found in lost:
        assert found.span is not None
        assert found.span.start.line == 7
        assert "theme 'own'" in found.help
