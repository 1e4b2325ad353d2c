"""`diptych build [FILE]`: the briefing and the deck."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from builder.cli.console import say, show_diagnostics
from builder.cli.content_file import require_content_file
from builder.cli.depfile import write_depfile
from builder.cli.files import print_files
from builder.cli.several import build_each
from builder.diagnostics.suggest import suggest
from builder.errors import ExitCode, UsageError
from builder.model.block import Output
from builder.model.prints import Print
from builder.model.web import Web
from builder.pipeline.files import OutputFolder
from builder.pipeline.suffixes import SHEETS, SUFFIXES, name_of
from builder.pipeline.unchanged import find_unchanged

OUTPUTS = {"pdf": Output.REPORT, "pptx": Output.DECK}
NAMES: dict[str, Output | Print | Web] = {
    **OUTPUTS,
    Web.PAGE.value: Web.PAGE,
    **{what.value: what for what in Print},
}


@click.command
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option(
    "-o", "--output", "folder", default="output", metavar="DIR", help="Where the outputs go [output]."
)
@click.option("--only", metavar="LIST", help=f"Some of the outputs: {', '.join(NAMES)}.")
@click.option("--strict", is_flag=True, help="Let warnings fail the build.")
@click.option(
    "--force", is_flag=True, help="Build anew, though nothing changed or an output was edited by hand."
)
@click.option("--verbose", is_flag=True, help="Print each stage with its time, and what the deck is made of.")
@click.option("--depfile", metavar="NAME", help="Write for make and ninja which files FILE is built from.")
def command(files: tuple[str, ...], depfile: str | None, **options: Any) -> int:
    """Build the briefing (PDF) and the deck (PowerPoint) of each FILE.

    FILE is the only YAML file in content/ unless named.
    """
    parse_only(options["only"])
    if len(files) > 1:
        if depfile:
            raise UsageError("--depfile is for one FILE", "build each FILE with a --depfile of its own")
        return build_each([require_content_file(file) for file in files], options)
    content_file = require_content_file(files[0] if files else None)
    exit_code = _build(content_file, **options)
    if depfile and exit_code is ExitCode.OK:
        write_depfile(Path(depfile), content_file, Path(options["folder"]))
    return exit_code


def _build(file: Path, folder: str, only: str | None, strict: bool, force: bool, verbose: bool) -> ExitCode:
    start = time.perf_counter()
    outputs = parse_only(only)
    if not force and _is_unchanged(file, Path(folder), outputs, strict, start):
        return ExitCode.OK
    from builder.cli.progress import progress
    from builder.cli.summary import report_build
    from builder.pipeline.build import Request, build

    request = Request(file, Path(folder), Path(folder).as_posix(), outputs, strict, force)
    with progress() as observe:
        result = build(request, observe)
    report_build(result, Path(folder), time.perf_counter() - start, verbose=verbose)
    return result.exit_code


def _is_unchanged(
    file: Path, folder: Path, outputs: tuple[Output | Print | Web, ...], strict: bool, start: float
) -> bool:
    """Say what the last build said if another one would bring the same; return whether it would."""
    suffixes = [SUFFIXES[output] for output in outputs]
    last = find_unchanged(file, OutputFolder(folder, folder.as_posix()), suffixes, strict=strict)
    if last is None:
        return False
    show_diagnostics(last.diagnostics, last.read_lines)
    names = {suffix: name_of(file.stem, suffix) for suffix in SHEETS if suffix in last.sheets}
    print_files(folder, names, last.sheets)
    say(f"unchanged, found in {time.perf_counter() - start:.2f} s")
    return True


def parse_only(only: str | None) -> tuple[Output | Print | Web, ...]:
    """Return the outputs to make; those beside the briefing and the deck are made only if they are named.

    Raises:
        UsageError: `only` names something else.
    """
    if only is None:
        return tuple(OUTPUTS.values())
    named = tuple(part.strip().lower() for part in only.split(","))
    for name in named:
        if name not in NAMES:
            listed = f"the outputs are {', '.join(NAMES)}"
            raise UsageError(f"unknown output '{name}'", suggest(name, tuple(NAMES), listed))
    return tuple(output for name, output in NAMES.items() if name in named)
