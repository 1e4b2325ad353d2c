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
        listed = f"the codes are {', '.join(CODES)}"
        raise UsageError(f"unknown code '{code}'", suggest(code, CODES, listed))
    say(page.rstrip())
