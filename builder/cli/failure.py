"""What a run that fails says, and the exit code that it would end with."""

from __future__ import annotations

from builder.cli.console import complain
from builder.errors import DiptychError, ExitCode, InternalError


def report_failure(error: Exception) -> ExitCode:
    """Say why a run failed: what can be done about it, or, of a bug of ours, where the report of it lies."""
    if isinstance(error, DiptychError) and not isinstance(error, InternalError):
        complain(error)
        return error.exit_code
    from builder.cli.crash import report_crash
    from builder.cli.machine import find_lack

    lack = find_lack(error)
    if lack is not None:
        complain(lack)
        return lack.exit_code
    report_crash(error)
    return ExitCode.INTERNAL
