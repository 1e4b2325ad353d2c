"""One fault: its code, its place, the fact, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from builder.diagnostics.span import Span


class Severity(Enum):
    """How much a diagnostic weighs: errors stop the build, warnings do so under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault found in content, theme or template.

    Invariants:
        `code` is permanent and registered (`builder.diagnostics.codes`).
        `message` states the fact in lower case without a full stop; `label` is the short text behind the caret;
        `help` is one line that can be acted on.
    """

    code: str
    message: str
    span: Span | None = None
    help: str = ""
    label: str = ""
    severity: Severity = Severity.ERROR
