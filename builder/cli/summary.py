"""What a build says when it is done."""

from __future__ import annotations

from pathlib import Path

from builder.cli.console import complain, note, say, show_diagnostics, tally
from builder.cli.files import print_files
from builder.errors import FileAccessError
from builder.pipeline.build import Result
from builder.pipeline.panels import Panel
from builder.pipeline.suffixes import SUFFIXES


def report_build(result: Result, folder: Path, seconds: float, *, verbose: bool = False) -> None:
    """Say what came of a build: its diagnostics, the files that were written, or why there are none."""
    show_diagnostics(result.diagnostics, result.read_lines)
    show_diagnostics(result.losses, result.read_lines)
    if verbose:
        print_details(result)
    if result.publication is None:
        note(f"nothing was written: {tally((*result.diagnostics, *result.losses))}")
        return
    print_built(result, folder, seconds)
    if result.publication.obstacle:
        complain(FileAccessError(result.publication.obstacle, result.publication.remedy))


def print_built(result: Result, folder: Path, seconds: float) -> None:
    """Print each file that was written, with its size, and how long it took."""
    assert result.publication is not None
    sheets = {SUFFIXES[panel.output]: panel.sheets for panel in result.panels}
    sheets |= {SUFFIXES[printed.what]: printed.pages for printed in result.prints}
    print_files(folder, result.publication.names, sheets)
    say(f"built in {seconds:.1f} s")


def print_details(result: Result) -> None:
    """Print the stages with their times, and what each output is made of."""
    for timing in sorted(result.timings, key=lambda timing: timing.stage.number):
        of = f", {timing.output.value}" if timing.output else ""
        note(f"{timing.stage.number}  {timing.stage.name + of:<18}{timing.seconds * 1000:>7.0f} ms")
    for panel in result.panels:
        if panel.report:
            note(f"{panel.output.value}: {_made_of(panel)}")


def _made_of(panel: Panel) -> str:
    return ", ".join(f"{number} {word}" for word, number in panel.report.items())
