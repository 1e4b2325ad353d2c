"""`diptych check [FILE]`: every fault that shows without writing a file."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.console import count, note, say, show_diagnostics, tally
from builder.cli.content_file import require_content_file
from builder.diagnostics.render import RENDERERS


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
def command(file: str | None, form: str, strict: bool, mend: bool) -> int:
    """Check FILE, and whether everything fits its slide, without writing anything.

    FILE is the only YAML file in content/ unless named. Text goes to standard error; the formats that are made for
    programs go to standard output.

    With --fix, FILE is changed: doubled words, stray spaces, quotation marks, minus signs and dashes of ranges.
    Comments, order and layout stay as they are.
    """
    content_file = require_content_file(file)
    if mend:
        _fix(content_file)
    from builder.cli.progress import progress
    from builder.pipeline.build import check

    with progress() as observe:
        result = check(content_file, strict=strict, observe=observe)
    show_diagnostics(result.diagnostics, result.read_lines, form)
    if form == "text":
        say(f"{content_file.as_posix()}: {tally(result.diagnostics)}")
    return result.exit_code


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
