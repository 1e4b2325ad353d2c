"""The evidence table of a content file: both outputs are made and read back, and neither is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from builder.model.evidence import ClaimEvidence
from builder.pipeline.build import Result, check
from builder.pipeline.log import Observer


@dataclass(frozen=True, slots=True)
class Tables:
    """The table, its HTML and its CSV."""

    rows: tuple[ClaimEvidence, ...]
    html: str
    csv: str

    def lines(self) -> Iterator[str]:
        """Yield the table for a terminal: id, value, pages, slides, notes, source, status."""
        from builder.compose.evidence import text_lines

        yield from text_lines(self.rows)


def tabulate(file: Path, observe: Observer) -> tuple[Result, Tables | None]:
    """Return what came of making both outputs, and the table; none where they have faults."""
    from builder.compose.evidence import compose_evidence
    from builder.compose.evidence_csv import write_evidence_csv
    from builder.pipeline.evidence import gather_evidence

    result = check(file, whole=True, observe=observe)
    if result.prepared is None or result.exit_code:
        return result, None
    resolved, theme = result.prepared
    rows = gather_evidence(resolved, result.panels)
    html = compose_evidence(result.world, resolved, theme, rows)
    if html.value is None:
        return replace(result, diagnostics=(*result.diagnostics, *html.diagnostics)), None
    return result, Tables(rows, html.value, write_evidence_csv(rows))
