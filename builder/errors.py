"""Exit codes, and the exceptions that end a run.

Faults in what the author wrote are never exceptions: they are diagnostics (`builder.diagnostics`).
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process returns (DESIGN, section 4)."""

    OK = 0
    CONTENT = 1
    USAGE = 2
    MISSING_SOFTWARE = 3
    FILE_ACCESS = 4
    INTERNAL = 70
    INTERRUPTED = 130


class DiptychError(Exception):
    """A reason to end the run that the person at the keyboard can act on.

    Attributes:
        message: one line, lower case, no full stop.
        help: what to do next, or an empty string.
        exit_code: what the process returns.
    """

    exit_code: ExitCode = ExitCode.INTERNAL

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help


class UsageError(DiptychError):
    """The command line asks for something that cannot be, such as a file that does not exist."""

    exit_code = ExitCode.USAGE


class MissingSoftware(DiptychError):
    """A library or program that this machine lacks; `help` is the exact command that installs it."""

    exit_code = ExitCode.MISSING_SOFTWARE


def killed() -> MissingSoftware:
    """Return what to say of a process of a build that the system has killed."""
    return MissingSoftware(
        "a part of the build was killed, most likely because memory was short",
        "close other programs, and build again",
    )


class FileAccessError(DiptychError):
    """A file that cannot be read or replaced."""

    exit_code = ExitCode.FILE_ACCESS


class InternalError(DiptychError):
    """Our own bug: B901."""

    exit_code = ExitCode.INTERNAL
