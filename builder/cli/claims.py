"""`diptych claims [FILE]`: the evidence table, from both outputs as they would be built."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.console import count, note, say, show_diagnostics, tally
from builder.cli.content_file import require_content_file
from builder.errors import ExitCode
from builder.pipeline.files import OutputFolder

FORMATS = ("html", "csv", "text")


@click.command
@click.argument("file", required=False)
@click.option(
    "-o", "--output", "folder", default="output", metavar="DIR", help="Where the tables go [output]."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="One of them: html, csv, or text here [html and csv].",
)
def command(file: str | None, folder: str, form: str | None) -> int:
    """Write the evidence table of FILE: each claim, where it is said, its sources and its age.

    FILE is the only YAML file in content/ unless named. Both outputs are made for it, and none is written.
    """
    content_file = require_content_file(file)
    from builder.cli.progress import progress
    from builder.pipeline.claims import tabulate

    with progress() as observe:
        result, tables = tabulate(content_file, observe)
    show_diagnostics((*result.diagnostics, *result.losses), result.read_lines)
    if result.exit_code is not ExitCode.OK or tables is None:
        note(f"nothing was written: {tally((*result.diagnostics, *result.losses))}")
        return result.exit_code
    if not tables.rows:
        note(f"{content_file.as_posix()} has no claims")
    if form == "text":
        say("\n".join(tables.lines()))
        return ExitCode.OK
    written = {"html": tables.html, "csv": tables.csv}
    for name in (form,) if form else tuple(written):
        path = f"{content_file.stem}-claims.{name}"
        OutputFolder(Path(folder), Path(folder).as_posix()).write_whole(path, written[name].encode())
        say(f"{(Path(folder) / path).as_posix()}  {count(len(tables.rows), 'claim')}")
    return ExitCode.OK
