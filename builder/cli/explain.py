"""`diptych explain CODE`: the page of a diagnostic."""

from __future__ import annotations

import click

from builder.cli.console import say
from builder.errors import UsageError


@click.command
@click.argument("code")
def command(code: str) -> None:
    """Print what a diagnostic CODE, such as B206, means and how to mend it."""
    from builder.diagnostics.codes import CODES, find_page
    from builder.diagnostics.suggest import suggest

    page = find_page(code)
    if page is None:
        raise UsageError(
            f"unknown code '{code}'", suggest(code, CODES, "every fault is printed with its code")
        )
    say(page.rstrip())
