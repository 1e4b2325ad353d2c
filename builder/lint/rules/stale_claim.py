"""stale-claim: a claim that was true or looked up long before the document's date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from builder.lint.finding import Finding
from builder.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Find claims whose `as-of` is more months before the document's date than `lint: {claim-months: …}` allows.

    Without a date, the document is of no day, and no claim is stale.
    """
    document = subject.document
    limit = document.lint.claim_months
    for claim in document.claims if document.date is not None else ():
        if claim.as_of is not None and _months(claim.as_of, document.date or claim.as_of) > limit:
            age = _months(claim.as_of, document.date or claim.as_of)
            message = f"claim '{claim.id}' is {age} months old; the limit is {limit}"
            help = "look it up again and write the new 'as-of', or set 'lint: {claim-months: …}'"
            yield Finding(message, claim.span, help)


def _months(earlier: date, later: date) -> int:
    """Return the whole months between two days."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)
