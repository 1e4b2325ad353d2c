"""Diagnostics on one line each, as compilers and editors know them."""

from __future__ import annotations

from collections.abc import Iterable

from builder.diagnostics.diagnostic import Diagnostic
from builder.diagnostics.order import sort_diagnostics
from builder.diagnostics.render.text import ReadLines


def render_short(diagnostics: Iterable[Diagnostic], _read_lines: ReadLines) -> str:
    """Return `path:line:column: error[B206]: message` for each."""
    return "".join(_render_one(d) + "\n" for d in sort_diagnostics(diagnostics))


def _render_one(diagnostic: Diagnostic) -> str:
    fact = f"{diagnostic.severity.value}[{diagnostic.code}]: {diagnostic.message}"
    span = diagnostic.span
    return f"{span.path}:{span.start.line}:{span.start.column}: {fact}" if span is not None else fact
