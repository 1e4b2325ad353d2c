"""Words for the person at the terminal: results to standard output, all else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

import click

from builder.diagnostics import Diagnostic, Severity
from builder.diagnostics.render import RENDERERS, ReadLines, render_text
from builder.errors import DiptychError


def say(text: str = "") -> None:
    """Print a line of the result."""
    click.echo(text)


def note(text: str) -> None:
    """Print a line beside the result."""
    click.echo(text, err=True)


def complain(error: DiptychError) -> None:
    """Print why the run ends, and what to do."""
    click.echo(f"error: {error.message}", err=True)
    if error.help:
        click.echo(f"  = help: {error.help}", err=True)


def wants_colour() -> bool:
    """Return whether standard error is a terminal whose owner has not asked for no colour (no-color.org)."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")


def show_diagnostics(diagnostics: Iterable[Diagnostic], read_lines: ReadLines, form: str = "text") -> None:
    """Print diagnostics: as text to standard error, in a form made for programs to standard output."""
    if form == "text":
        click.echo(render_text(diagnostics, read_lines, colour=wants_colour()), err=True, nl=False)
    else:
        click.echo(RENDERERS[form](diagnostics, read_lines), nl=False)


def tally(diagnostics: Sequence[Diagnostic]) -> str:
    """Return "2 errors, 1 warning", or "no errors"."""
    errors, warnings = (
        sum(1 for diagnostic in diagnostics if diagnostic.severity is severity)
        for severity in (Severity.ERROR, Severity.WARNING)
    )
    parts = [count(errors, "error")] if errors else ["no errors"] if not warnings else []
    return ", ".join([*parts, *([count(warnings, "warning")] if warnings else [])])


def count(number: int, word: str) -> str:
    """Return "1 page" or "2 pages"."""
    return f"{number} {word}" if number == 1 else f"{number:,} {word}s"
