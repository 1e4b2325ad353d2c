"""Gather the evidence table from the resolved document and from what was read back of both outputs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from builder.model.block import Output
from builder.model.claims import Claim
from builder.model.evidence import ClaimEvidence
from builder.model.resolved import ResolvedDocument
from builder.pipeline.panels import Panel


def gather_evidence(resolved: ResolvedDocument, panels: Iterable[Panel]) -> tuple[ClaimEvidence, ...]:
    """Return a row for each claim, in their order."""
    by_output = {panel.output: panel for panel in panels}
    return tuple(
        _row(claim, resolved, by_output.get(Output.REPORT), by_output.get(Output.DECK))
        for claim in resolved.document.claims
    )


def _row(claim: Claim, resolved: ResolvedDocument, report: Panel | None, deck: Panel | None) -> ClaimEvidence:
    keys = {item.key for item in claim.source}
    return ClaimEvidence(
        claim=claim,
        pages=_sheets(claim, resolved, report, spoken=False),
        slides=_sheets(claim, resolved, deck, spoken=False),
        notes=_sheets(claim, resolved, deck, spoken=True),
        mark=resolved.claim_marks.get(claim.id),
        works=tuple(entry for entry in resolved.references if entry.key in keys),
        age_months=_age(claim.as_of, resolved.document.date),
    )


def _sheets(
    claim: Claim, resolved: ResolvedDocument, panel: Panel | None, *, spoken: bool
) -> tuple[int, ...]:
    """Return where a claim's texts were found; its uses in data and alternative texts are where their blocks are."""
    if panel is None:
        return ()
    found = set(panel.claims.get((claim.id, spoken), ()))
    for use in resolved.document.claim_uses if not spoken else ():
        if use.claim == claim.id and not use.as_text:
            found.update(panel.places.get(use.path, ()))
    return tuple(sorted(found))


def _age(as_of: date | None, today: date | None) -> int | None:
    if as_of is None or today is None:
        return None
    months = (today.year - as_of.year) * 12 + today.month - as_of.month
    return months - (today.day < as_of.day)
