"""`diptych template FILE`: what a company's presentation offers, before anything is built."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.console import say, show_diagnostics
from builder.errors import ExitCode, FileAccessError, UsageError

SUFFIXES = (".pptx", ".potx", ".pptm", ".potm")


@click.command
@click.argument("file")
def command(file: str) -> int:
    """List the layouts and slides of a presentation FILE, and which layouts ours go on.

    FILE is a .pptx or a .potx, such as a company's template. Nothing in it is run, and nothing is written.
    """
    path = Path(file)
    _require_presentation(path)
    from builder.cli.template.listing import list_deck, list_matches, list_slides
    from builder.diagnostics import Severity
    from builder.pipeline.reference import survey

    try:
        found = survey(path)
    except OSError:
        raise FileAccessError(f"'{path.as_posix()}' cannot be read", "check the file's permissions") from None
    if found.deck:
        say("\n".join(list_deck(found.deck)))
    if found.slides:
        say("\n".join(["", *list_slides(found.slides)]))
    if found.matches:
        say("\n".join(["", *list_matches(found.matches)]))
    show_diagnostics(found.diagnostics, lambda path: ())
    failed = any(diagnostic.severity is Severity.ERROR for diagnostic in found.diagnostics)
    return ExitCode.CONTENT if failed else ExitCode.OK


def _require_presentation(path: Path) -> None:
    if not path.is_file():
        why = "is a folder, not a file" if path.is_dir() else "does not exist"
        raise UsageError(f"'{path.as_posix()}' {why}", "name a presentation (.pptx) or a template (.potx)")
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(
            f"'{path.as_posix()}' is no presentation", "name a presentation (.pptx) or a template (.potx)"
        )
