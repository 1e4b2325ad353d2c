"""The check can fail on real files: whatever block is taken out of either output, it is missed."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from builder.errors import ExitCode
from builder.model.block import Block, Columns, Output, PageBreak
from builder.model.document import Section
from builder.model.inline import ReferenceLink, Text
from builder.model.resolved import ResolvedDocument
from builder.pipeline.build import Request, build
from tests.pipeline.parity.projects import (
    Project,
    compare_file,
    make,
    make_project,
    sections_of,
    write_starter,
)

pytestmark = [pytest.mark.render, pytest.mark.slow]


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The content of `diptych new`, which has one of every block, resolved."""
    return make_project(write_starter(tmp_path_factory.mktemp("project") / "content"))


def shown_blocks(resolved: ResolvedDocument, output: Output) -> list[Block]:
    return [
        block
        for section in sections_of(resolved.document.sections)
        for block in section.content
        if block.shown_in(output) and not isinstance(block, PageBreak)
    ]


def unlinked(node: object) -> object:
    """Return a part of a document with plain text for its cross-references, whose targets may be taken out."""
    if isinstance(node, ReferenceLink):
        return Text(node.text)
    if isinstance(node, tuple):
        return tuple(map(unlinked, node))
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{field.name: unlinked(getattr(node, field.name)) for field in fields(node)})
    return node


def without(resolved: ResolvedDocument, paths: set[str]) -> ResolvedDocument:
    def thin(section: Section) -> Section:
        content = unlinked(tuple(block for block in section.content if block.path not in paths))
        return replace(section, content=content, sections=tuple(map(thin, section.sections)))

    document = replace(resolved.document, sections=tuple(map(thin, resolved.document.sections)))
    return replace(resolved, document=document)


@pytest.mark.parametrize("output", Output)
def test_nothing_is_lost_and_every_block_has_its_place(starter: Project, output: Output) -> None:
    panel = make(starter, output)
    assert panel.losses == ()
    for block in shown_blocks(starter[1], output):
        if not isinstance(block, Columns) or block.title:
            assert panel.places[block.path], block.path


@pytest.mark.parametrize("output", Output)
@pytest.mark.parametrize("parity", [0, 1])
def test_every_block_that_is_taken_out_is_missed(starter: Project, output: Output, parity: int) -> None:
    world, resolved, theme = starter
    taken = {block.path for block in shown_blocks(resolved, output)[parity::2]}
    panel = make((world, without(resolved, taken), theme), output)
    lost = {loss.expected.path for loss in compare_file(resolved, output, panel.data or b"").losses}
    assert {path for path in lost if path.count("content") == 1} >= taken
    assert {path.split("/content")[0] for path in lost} <= {path.split("/content")[0] for path in taken}


@pytest.mark.parametrize("name", ["titled", "captioned", "estimates"])
def test_what_is_there_is_found(name: str, tmp_path: Path) -> None:
    """In three cases that were missed once.

    Where a subsection begins with a titled block, its slide shows neither its own title nor its headline; a caption
    that says what the slide's title says is not repeated;
    and the estimate beside a number of people is a text by itself.
    """
    (tmp_path / "talk.yaml").write_text(CASES[name], encoding="utf-8")
    result = build(Request(tmp_path / "talk.yaml", tmp_path / "output", "output"))
    assert [loss.message for loss in result.losses] == []
    assert result.exit_code is ExitCode.OK


CASES = {
    "titled": """\
title: A talk
sections:
  - title: Methods
    sections:
      - title: Counting
        headline: We counted twice
        content:
          - points: [Once, Twice]
            title: Two counts
""",
    "captioned": """\
title: A talk
sections:
  - title: Odds of relapse
    content:
      - chart: {type: bar, data: {arm: [A, B], odds: [1, 2]}, x: arm, y: odds}
        alt: Odds of 1 and 2.
        caption: Odds of relapse. By arm.
""",
    "estimates": """\
title: A talk
sections:
  - title: Effects
    content:
      - chart:
          type: forest
          data:
            trial: [Alpha, Beta]
            hr: [0.68, 2]
            low: [0.52, 0.9]
            high: [0.89, 4.4]
            n: [412, 30]
            shown: ["0.68 (0.52–0.89)", "2"]
          x: trial
          y: hr
          error: [low, high]
          n: n
          label: shown
          scale: log
        alt: Hazard ratios of 0.68 and 2.
        caption: Two trials
""",
}
