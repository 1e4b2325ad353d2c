"""`diptych check [FILE]`: every fault that shows without writing a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.console import count, note, say, show_diagnostics, tally
from builder.cli.content_file import require_content_file
from builder.diagnostics.render import RENDERERS

if TYPE_CHECKING:
    from builder.pipeline.build import Result


@click.command
@click.argument("file", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(RENDERERS)),
    default="text",
    metavar="FORM",
    help=f"How faults are printed: {', '.join(RENDERERS)} [text].",
)
@click.option("--strict", is_flag=True, help="Let warnings count as faults.")
@click.option(
    "--fix", "mend", is_flag=True, help="Mend what can be mended safely, in FILE itself, and check again."
)
@click.option(
    "--parity", is_flag=True, help="Make both outputs, read them back, and list where each block stands."
)
def command(file: str | None, form: str, strict: bool, mend: bool, parity: bool) -> int:
    """Check FILE, and whether everything fits its slide, without writing anything.

    FILE is the only YAML file in content/ unless named. Text goes to standard error; the formats that are made for
    programs go to standard output.

    With --fix, FILE is changed: doubled words, stray spaces, quotation marks, minus signs and dashes of ranges.
    Comments, order and layout stay as they are.

    With --parity, both outputs are made in memory and opened again: each block is on a page and on a slide, or is kept
    out of one of them by its author; what an output lacks is an error.
    """
    content_file = require_content_file(file)
    if mend:
        _fix(content_file)
    from builder.cli.progress import progress
    from builder.pipeline.build import check

    with progress() as observe:
        result = check(content_file, strict=strict, whole=parity, observe=observe)
    show_diagnostics((*result.diagnostics, *result.losses), result.read_lines, form)
    if parity and form == "text":
        _list_blocks(result)
    if form == "text":
        say(f"{content_file.as_posix()}: {tally(result.diagnostics)}")
    return result.exit_code


def _list_blocks(result: Result) -> None:
    """Print the pages and slides of each block."""
    from builder.cli.parity import list_blocks
    from builder.pipeline.block_map import map_blocks

    if result.prepared and all(panel.data is not None for panel in result.panels):
        say("\n".join(list_blocks(map_blocks(result.prepared[0].document, result.panels))))


def _fix(file: Path) -> None:
    """Mend a content file and say what was changed."""
    from builder.pipeline.fix import fix

    changes = fix(file)
    for change in changes:
        at = change.span.start
        before, after = (
            repr(text) if not text.strip() else f"'{text}'" for text in (change.before, change.after)
        )
        words = f"{before} → {after}" if change.after else f"removed {before}"
        note(f"fixed {file.as_posix()}:{at.line}:{at.column}: {' '.join(words.split())}")
    if changes:
        note(f"{count(len(changes), 'change')} in {file.as_posix()}")
