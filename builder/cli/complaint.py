"""What click finds wrong with a command line, in this program's words."""

from __future__ import annotations

import click

from builder.errors import UsageError


def complaint_of(error: click.ClickException) -> UsageError:
    """Return the usage error that says what `error` says."""
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            return UsageError(
                f"unknown option '{name}'", f"did you mean '{near[0]}'?" if near else _see_help(error)
            )
        case click.MissingParameter(param=click.Parameter() as param):
            return UsageError(f"{_name(param)} is missing", _see_help(error))
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices)) as param):
            allowed = ", ".join(str(choice) for choice in choices)
            return UsageError(f"unknown value for {_name(param)}", f"it is one of {allowed}")
        case click.BadParameter(param=click.Parameter() as param):
            return UsageError(f"wrong value for {_name(param)}", _see_help(error))
        case click.BadOptionUsage(option_name=name):
            return UsageError(f"'{name}' is not used as it should be", _see_help(error))
        case click.exceptions.NoArgsIsHelpError():
            return UsageError("a command is missing", _see_help(error))
        case click.UsageError():
            return UsageError("too many or too few words on the command line", _see_help(error))
        case _:
            return UsageError(error.format_message())


def _name(param: click.Parameter) -> str:
    """Return the name by which the command line knows a parameter: `--format`, or `FILE`."""
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def _see_help(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"see: {context.command_path if context else 'diptych'} --help"
