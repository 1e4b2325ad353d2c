"""Diagnostics: faults of content, theme and templates, as data."""

from builder.diagnostics.diagnostic import Diagnostic, Severity
from builder.diagnostics.outcome import Diagnostics, Outcome
from builder.diagnostics.span import Position, Span

__all__ = ["Diagnostic", "Diagnostics", "Outcome", "Position", "Severity", "Span"]
