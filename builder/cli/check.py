"""`diptych check [FILE]`: every fault that shows without writing a file."""

from __future__ import annotations

import click

from builder.cli.console import say, show_diagnostics, tally
from builder.cli.content_file import require_content_file
from builder.diagnostics.render import RENDERERS


@click.command
@click.argument("file", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(RENDERERS)),
    default="text",
    help="How faults are printed [text].",
)
@click.option("--strict", is_flag=True, help="Let warnings count as faults.")
def command(file: str | None, form: str, strict: bool) -> int:
    """Check FILE, and whether everything fits its slide, without writing anything.

    FILE is the only YAML file in content/ unless named. Text goes to standard error; the formats that are made for
    programs go to standard output.
    """
    content_file = require_content_file(file)
    from builder.cli.progress import progress
    from builder.pipeline.build import check

    with progress() as observe:
        result = check(content_file, strict=strict, observe=observe)
    show_diagnostics(result.diagnostics, result.read_lines, form)
    if form == "text":
        say(f"{content_file.as_posix()}: {tally(result.diagnostics)}")
    return result.exit_code
