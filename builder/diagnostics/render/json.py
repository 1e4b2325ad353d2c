"""Diagnostics as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from builder.diagnostics.diagnostic import Diagnostic
from builder.diagnostics.order import sort_diagnostics
from builder.diagnostics.render.text import ReadLines


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
