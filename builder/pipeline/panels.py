"""Stages 4 to 7: from the resolved document and its theme to an output's bytes, read back and compared.

Each of the two functions needs nothing of the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.diagnostics import Diagnostic, Severity
from builder.model.block import Output
from builder.pipeline.log import Timing


@dataclass(frozen=True, slots=True)
class Panel:
    """One output.

    Attributes:
        data: the file's bytes; None if it has errors, or if only its fit was asked for.
        sheets: how many pages or slides it has. places: the numbers of those that show each section and block.
        losses: what the file does not say though the document does: faults of ours.
        report: what the file is made of, as counts.
    """

    output: Output
    data: bytes | None
    sheets: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    losses: tuple[Diagnostic, ...] = ()
    timings: tuple[Timing, ...] = ()
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    report: Mapping[str, int] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether the content has errors that this output shows."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)
