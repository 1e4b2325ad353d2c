"""The check can fail on real files: whatever block is taken out of either output, it is missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from builder.cli.new import starter_files
from builder.content.load import load
from builder.errors import ExitCode
from builder.model.block import Block, Columns, Output, PageBreak
from builder.model.document import Section
from builder.model.inline import ReferenceLink, Text
from builder.model.resolved import ResolvedDocument
from builder.pipeline.build import Request, build
from builder.pipeline.log import RunLog
from builder.pipeline.outputs import DRAFTS
from builder.pipeline.panels import Panel
from builder.pipeline.parity.compare import compare
from builder.pipeline.parity.expected import expect
from builder.pipeline.parity.readings import deck_sheets, report_sheets
from builder.pipeline.project import open_world
from builder.resolve.resolve import resolve
from builder.theme.read import read_theme
from builder.theme.theme import Theme
from builder.world import World

pytestmark = [pytest.mark.render, pytest.mark.slow]
Project = tuple[World, ResolvedDocument, Theme]


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The content of `diptych new`, which has one of every block, resolved."""
    folder = tmp_path_factory.mktemp("project") / "content"
    for name, text in starter_files("talk").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    file = folder / "talk.yaml"
    world = open_world(file)
    theme = read_theme(world, "clinical", None).require()
    return world, resolve(world, load(world, file).require(), theme.font_files).require(), theme


def sections_of(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from sections_of(section.sections)


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


def make(project: Project, output: Output) -> Panel:
    world, resolved, theme = project
    draft = DRAFTS[output](world, resolved, theme, RunLog())
    draft.lay_out()
    panel = draft.finish({})
    assert panel.data is not None, panel.diagnostics
    return panel


def losses_against(resolved: ResolvedDocument, panel: Panel) -> set[str]:
    """Return the paths of what a file does not say of `resolved`."""
    assert panel.data is not None
    if panel.output is Output.REPORT:
        from builder.pdf.inspect import inspect_pdf

        sheets = report_sheets(inspect_pdf(panel.data))
    else:
        from builder.pptx.inspect import inspect_deck

        sheets = deck_sheets(inspect_deck(panel.data))
    comparison = compare(expect(resolved, panel.output), sheets, broken=panel.output is Output.REPORT)
    return {loss.expected.path for loss in comparison.losses}


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
    lost = losses_against(resolved, panel)
    assert {path for path in lost if path.count("content") == 1} >= taken
    assert {path.split("/content")[0] for path in lost} <= {path.split("/content")[0] for path in taken}


def test_a_block_title_stands_for_its_sections_headline(tmp_path: Path) -> None:
    """Where a subsection begins with a titled block, its slide shows neither its own title nor its headline."""
    (tmp_path / "talk.yaml").write_text(TITLED, encoding="utf-8")
    result = build(Request(tmp_path / "talk.yaml", tmp_path / "output", "output"))
    assert [loss.message for loss in result.losses] == []
    assert result.exit_code is ExitCode.OK


TITLED = """\
title: A talk
sections:
  - title: Methods
    sections:
      - title: Counting
        headline: We counted twice
        content:
          - points: [Once, Twice]
            title: Two counts
"""
