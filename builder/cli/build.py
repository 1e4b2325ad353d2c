"""`diptych build [FILE]`: the briefing and the deck."""

from __future__ import annotations

import time
from pathlib import Path

import click

from builder.cli.console import complain, note, show_diagnostics, tally
from builder.cli.content_file import require_content_file
from builder.diagnostics.suggest import suggest
from builder.errors import FileAccessError, UsageError

OUTPUTS = ("pdf", "pptx")


@click.command
@click.argument("file", required=False)
@click.option(
    "-o", "--output", "folder", default="output", metavar="DIR", help="Where the outputs go [output]."
)
@click.option("--only", metavar="LIST", help=f"Some of the outputs: {', '.join(OUTPUTS)}.")
@click.option("--strict", is_flag=True, help="Let warnings fail the build.")
@click.option("--force", is_flag=True, help="Replace an output that was edited by hand.")
@click.option("--verbose", is_flag=True, help="Print each stage with its time, and what the deck is made of.")
def command(file: str | None, folder: str, only: str | None, strict: bool, force: bool, verbose: bool) -> int:
    """Build the briefing (PDF) and the deck (PowerPoint) of FILE.

    FILE is the only YAML file in content/ unless named.
    """
    start = time.perf_counter()
    suffixes = _parse_only(only)
    content_file = require_content_file(file)
    from builder.cli.progress import progress
    from builder.cli.summary import print_built, print_details
    from builder.pipeline.build import SUFFIXES, Request, build

    outputs = tuple(output for output, suffix in SUFFIXES.items() if suffix in suffixes)
    request = Request(content_file, Path(folder), Path(folder).as_posix(), outputs, strict, force)
    with progress() as observe:
        result = build(request, observe)
    show_diagnostics(result.diagnostics, result.read_lines)
    show_diagnostics(result.losses, result.read_lines)
    if verbose:
        print_details(result)
    if result.publication is None:
        note(f"nothing was written: {tally((*result.diagnostics, *result.losses))}")
    else:
        print_built(result, Path(folder), time.perf_counter() - start)
        if result.publication.obstacle:
            complain(FileAccessError(result.publication.obstacle, result.publication.remedy))
    return result.exit_code


def _parse_only(only: str | None) -> tuple[str, ...]:
    """Return the suffixes of the outputs to make."""
    if only is None:
        return OUTPUTS
    named = tuple(part.strip().lower() for part in only.split(","))
    for name in named:
        if name not in OUTPUTS:
            raise UsageError(
                f"unknown output '{name}'", suggest(name, OUTPUTS, f"the outputs are {', '.join(OUTPUTS)}")
            )
    return named
