"""The order in which diagnostics are shown."""

from __future__ import annotations

from collections.abc import Iterable

from builder.diagnostics.diagnostic import Diagnostic


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return them by file, line and column, each once; those without a place come first."""
    return sorted(dict.fromkeys(diagnostics), key=_place)


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    span = diagnostic.span
    if span is None:
        return ("", 0, 0, diagnostic.code)
    return (span.path, span.start.line, span.start.column, diagnostic.code)
