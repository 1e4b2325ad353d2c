"""The one friendly block that a bug of ours ends in (B901), and the file with the rest."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from pathlib import Path

import click

import builder
from builder.disk import write_new
from builder.errors import InternalError

CRASH_FILE = "diptych-crash.txt"


def report_crash(error: Exception) -> None:
    """Say that this program failed, during what, and where the report lies."""
    stage = getattr(error, "stage", "") or "the command line"
    notes = [note for cause in _chain(error) for note in getattr(cause, "__notes__", ())]
    click.echo("error[B901]: internal error: this is a fault of diptych, not of your content", err=True)
    click.echo(f"  = stage: {stage}", err=True)
    for note in notes:
        click.echo(f"  = at: {note}", err=True)
    if isinstance(error, InternalError) and error.message:
        click.echo(f"  = fact: {error.message}", err=True)
    click.echo(f"  = report: {_write_report(error)}", err=True)
    click.echo("  = help: the last good output is untouched; send the report with the content file", err=True)


def _chain(error: BaseException | None) -> list[BaseException]:
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def _write_report(error: Exception) -> str:
    """Write the traceback and the versions to a file and return where it is, as people are told about it."""
    text = "\n".join(
        (
            f"diptych {builder.__version__}, Python {platform.python_version()}, {sys.platform}",
            f"command: {' '.join(sys.argv[1:])}",
            "",
            "".join(traceback.format_exception(error)),
            getattr(error, "report", ""),
        )
    )
    for folder in (Path("output"), Path(tempfile.gettempdir())):
        if not folder.is_dir():
            continue
        try:
            write_new(folder / CRASH_FILE, text.encode("utf-8", "backslashreplace"))
        except OSError:
            continue
        return str(folder / CRASH_FILE)
    return "none, no folder could be written to"
