"""The program `diptych`: its commands, and the one place where a run turns into an exit code."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

import builder
from builder.cli.complaint import complaint_of
from builder.cli.console import complain
from builder.cli.failure import report_failure
from builder.diagnostics.suggest import suggest
from builder.errors import ExitCode, UsageError

COMMANDS = ("build", "check", "watch", "preview", "claims", "new", "template", "schema", "explain", "doctor")
"""Each is the module `builder.cli.<name>` with its `command`, imported when it is run."""

GC_THRESHOLD = (20_000, 20, 10)
"""Python's own 700 has it look through all boxes of the layout again and again: a tenth of a build's time."""


class Program(click.Group):
    """The group of all commands; turns every way for a run to end into words and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 # the signature is click's
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"builder.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            listed = f"the commands are {', '.join(COMMANDS)}"
            raise UsageError(f"unknown command '{args[0]}'", suggest(args[0], COMMANDS, listed))
        return super().resolve_command(ctx, args)

    def __call__(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run as the whole of this process.

        Why: taking the interpreter and its libraries down in order costs 0.25 s after a build, and saves nothing.
        """
        sys.unraisablehook = _end_on_lost_interrupt
        gc.set_threshold(*GC_THRESHOLD)
        try:
            self.main(*args, **kwargs)
        except SystemExit as end:
            with contextlib.suppress(OSError):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(end.code if isinstance(end.code, int) else ExitCode.INTERNAL)

    def main(  # type: ignore[override] # always ends the process, as click does unless told otherwise
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run the command line and end the process with its exit code (DESIGN, section 4)."""
        sys.exit(self._run(args, prog_name, extra))

    def _run(self, args: Sequence[str] | None, prog_name: str | None, extra: dict[str, Any]) -> int:
        logging.getLogger().addHandler(logging.NullHandler())  # or libraries' warnings go to standard error
        try:
            return int(super().main(args, prog_name, standalone_mode=False, **extra) or ExitCode.OK)
        except (click.Abort, KeyboardInterrupt):
            return ExitCode.INTERRUPTED
        except click.ClickException as error:
            complain(complaint_of(error))
            return ExitCode.USAGE
        except Exception as error:
            return report_failure(error)


def _end_on_lost_interrupt(lost: Any) -> None:
    """End at once on an interruption that came where Python cannot raise it, such as in an import's clean-up.

    Why: Python prints such an exception and goes on. A build that ends in the middle leaves the last good output.
    """
    if issubclass(lost.exc_type, KeyboardInterrupt):
        os._exit(ExitCode.INTERRUPTED)
    sys.__unraisablehook__(lost)


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(builder.__version__, prog_name="diptych", message="%(prog)s %(version)s")
def main() -> None:
    """Make a print-ready PDF briefing and a natively editable PowerPoint deck from one content file."""
