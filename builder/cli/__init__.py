"""The command line: one module a command; the only room that prints or exits."""

from builder.cli.program import main

__all__ = ["main"]
