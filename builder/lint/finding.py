"""What a rule finds, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass

from builder.content.nodes import Scalar
from builder.diagnostics import Severity, Span
from builder.lint.passages import Passage


@dataclass(frozen=True, slots=True)
class Edit:
    """Other characters for those from `start` up to `end` of a value of the content file."""

    scalar: Scalar
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault; its rule gives the code. `message` and `help` are those of a diagnostic.

    Attributes:
        holder: the block that a fault in a data file belongs to, which may allow it.
    """

    message: str
    span: Span
    help: str
    label: str = ""
    severity: Severity = Severity.WARNING
    edits: tuple[Edit, ...] = ()
    holder: Span | None = None


def found_in(
    passage: Passage,
    start: int,
    end: int,
    message: str,
    help: str,
    *,
    replacement: str | None = None,
    severity: Severity = Severity.WARNING,
) -> Finding:
    """Return a finding about the characters from `start` up to `end` of a passage."""
    edits = () if replacement is None else (Edit(passage.scalar, start, end, replacement),)
    return Finding(message, passage.span(start, end), help, severity=severity, edits=edits)
