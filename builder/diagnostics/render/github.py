"""Diagnostics as workflow commands, which GitHub shows beside the changed lines."""

from __future__ import annotations

from collections.abc import Iterable

from builder.diagnostics.diagnostic import Diagnostic, Severity
from builder.diagnostics.order import sort_diagnostics
from builder.diagnostics.render.text import ReadLines

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(diagnostics: Iterable[Diagnostic], _read_lines: ReadLines) -> str:
    """Return one workflow command a line."""
    return "".join(_render_one(d) + "\n" for d in sort_diagnostics(diagnostics))


def _render_one(diagnostic: Diagnostic) -> str:
    properties = {"title": diagnostic.code}
    span = diagnostic.span
    if span is not None:
        properties = {
            "file": span.path,
            "line": str(span.start.line),
            "col": str(span.start.column),
            **properties,
        }
        if span.end.line == span.start.line:
            properties["endColumn"] = str(span.end.column)
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    message = f"{diagnostic.message} ({diagnostic.help})" if diagnostic.help else diagnostic.message
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_escape(message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
