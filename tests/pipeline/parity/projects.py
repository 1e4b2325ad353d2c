"""Content made into both outputs and read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.cli.new import starter_files
from builder.content.load import load
from builder.model.block import Block, Columns, Output, SlideBlock
from builder.model.document import Section
from builder.model.resolved import ResolvedDocument
from builder.pipeline.log import RunLog
from builder.pipeline.outputs import DRAFTS
from builder.pipeline.panels import Panel
from builder.pipeline.parity.compare import Comparison, compare
from builder.pipeline.parity.expected import expect
from builder.pipeline.parity.readings import deck_sheets
from builder.pipeline.parity.report_file import compare_report
from builder.pipeline.project import open_world
from builder.pptx.inspect import inspect_deck
from builder.resolve.pictures.fallbacks import with_fallbacks
from builder.resolve.resolve import resolve
from builder.theme.read import read_theme
from builder.theme.theme import Theme
from builder.world import World

Project = tuple[World, ResolvedDocument, Theme]


def write_starter(folder: Path) -> Path:
    """Write what `diptych new` does into a folder; return the content file."""
    for name, text in starter_files("talk").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "talk.yaml"


def make_project(file: Path) -> Project:
    """Return a content file, resolved, with its theme and all files of its pictures."""
    world = open_world(file)
    theme = read_theme(world, "clinical", None).require()
    resolved = resolve(world, load(world, file).require(), theme.font_files).require()
    return world, with_fallbacks(resolved, theme.font_files), theme


def make(project: Project, output: Output) -> Panel:
    world, resolved, theme = project
    draft = DRAFTS[output](world, resolved, theme, RunLog())
    draft.lay_out()
    panel = draft.finish({})
    assert panel.data is not None, panel.diagnostics
    return panel


def compare_file(resolved: ResolvedDocument, output: Output, data: bytes) -> Comparison:
    """Compare the bytes of a file with the content."""
    expected = expect(resolved, output)
    if output is Output.REPORT:
        return compare_report(expected, data)[0]
    return compare(expected, deck_sheets(inspect_deck(data)))


def sections_of(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from sections_of(section.sections)


def blocks_of(resolved: ResolvedDocument, output: Output) -> Iterator[Block]:
    """Yield every block that `output` shows, those inside others too."""
    for section in sections_of(resolved.document.sections):
        for block in section.content:
            yield from _nested(block, output)


def _nested(block: Block, output: Output) -> Iterator[Block]:
    if not block.shown_in(output):
        return
    yield block
    if isinstance(block, SlideBlock):
        children = block.content
    else:
        parts = block.parts if isinstance(block, Columns) else ()
        children = tuple(child for part in parts for child in part.content)
    for child in children:
        yield from _nested(child, output)
