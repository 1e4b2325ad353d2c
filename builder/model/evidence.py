"""The evidence table: each claim with the places where it is said, and its age."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.claims import Claim
from builder.model.inline import CitationMark
from builder.model.resolved import ReferenceEntry


@dataclass(frozen=True, slots=True)
class ClaimEvidence:
    """One row.

    Attributes:
        pages, slides, notes: the numbers of the pages, of the slides and of the slides in whose notes it is said.
        mark: its source as the style cites it; None where it has none. works: their entries, by number.
        age_months: whole months from the day that it is as of to the document's date; None where one is not known.
    """

    claim: Claim
    pages: tuple[int, ...]
    slides: tuple[int, ...]
    notes: tuple[int, ...]
    mark: CitationMark | None
    works: tuple[ReferenceEntry, ...]
    age_months: int | None
