"""Diagnostics as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from builder.diagnostics.diagnostic import Diagnostic, Severity
from builder.diagnostics.order import sort_diagnostics
from builder.diagnostics.render.text import ReadLines
from builder.diagnostics.span import Position, Span


def render_json(diagnostics: Iterable[Diagnostic], _read_lines: ReadLines) -> str:
    """Return a list of objects; lines and columns count from 1, the end is exclusive, no place is null."""
    return (
        json.dumps([as_object(d) for d in sort_diagnostics(diagnostics)], ensure_ascii=False, indent=2) + "\n"
    )


def as_object(diagnostic: Diagnostic) -> dict[str, str | int | None]:
    """Return one diagnostic as plain values."""
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "label": diagnostic.label,
        "help": diagnostic.help,
        "path": span.path if span else None,
        "line": span.start.line if span else None,
        "column": span.start.column if span else None,
        "end-line": span.end.line if span else None,
        "end-column": span.end.column if span else None,
    }


def from_object(facts: Mapping[str, Any]) -> Diagnostic:
    """Return the diagnostic that `as_object` gave.

    Raises:
        KeyError, TypeError, ValueError: `facts` are none.
    """
    span = None
    if facts["path"] is not None:
        start = Position(int(facts["line"]), int(facts["column"]))
        span = Span(str(facts["path"]), start, Position(int(facts["end-line"]), int(facts["end-column"])))
    texts = {key: str(facts[key]) for key in ("help", "label")}
    return Diagnostic(
        str(facts["code"]), str(facts["message"]), span, severity=Severity(facts["severity"]), **texts
    )
