"""`diptych doctor`: what this machine lacks, and the exact command that brings it."""

from __future__ import annotations

import click

from builder.cli.console import say
from builder.errors import ExitCode


@click.command
def command() -> int:
    """Say what this machine lacks, with the command that brings it."""
    from builder.cli.doctor.checks import Need, run_checks

    lacks = False
    for finding in run_checks():
        mark = "ok      " if finding.present else "missing " if finding.need is Need.REQUIRED else "optional"
        say(f"{mark}  {finding.what}")
        if not finding.present:
            say(f"          {finding.remedy}")
            lacks = lacks or finding.need is Need.REQUIRED
    return ExitCode.MISSING_SOFTWARE if lacks else ExitCode.OK
