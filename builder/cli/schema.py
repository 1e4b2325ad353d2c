"""`diptych schema`: the JSON Schema of content files."""

from __future__ import annotations

import click

from builder.cli.console import say


@click.command
def command() -> None:
    """Print the JSON Schema of content files, for editors."""
    from builder.content.schema import json_schema

    say(json_schema())
