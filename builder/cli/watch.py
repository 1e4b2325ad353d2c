"""`diptych watch [FILE]`: build again after each change."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.build import parse_only
from builder.cli.content_file import require_content_file
from builder.errors import ExitCode


@click.command
@click.argument("file", required=False)
@click.option(
    "-o", "--output", "folder", default="output", metavar="DIR", help="Where the outputs go [output]."
)
@click.option("--only", metavar="LIST", help="Some of the outputs, as for build.")
@click.option("--force", is_flag=True, help="Replace an output that was edited by hand.")
def command(file: str | None, folder: str, only: str | None, force: bool) -> int:
    """Build FILE, and again after each change of it or of what it uses; end with Ctrl+C.

    What is broken or half saved shows its faults and leaves the last good outputs in place.
    """
    outputs = parse_only(only)
    content_file = require_content_file(file)
    from builder.cli.following import follow_builds
    from builder.pipeline.build import Request

    follow_builds(Request(content_file, Path(folder), Path(folder).as_posix(), outputs, force=force))
    return ExitCode.OK
