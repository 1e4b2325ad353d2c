"""The evidence table as CSV, safe to open in a spreadsheet program."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from builder.compose.words import join_numbers
from builder.model.evidence import ClaimEvidence
from builder.model.plain import unmarked_text

HEADER = (
    "claim", "statement", "value", "number", "unit", "low", "high", "n", "design", "follow-up", "pages", "slides",
    "notes", "sources", "status", "as of", "age in months",
)  # fmt: skip

FORMULA = re.compile(r"\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""The start of what a spreadsheet takes for a formula (OWASP, CSV Injection), wide signs of East Asia included."""

NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?%?")


def write_evidence_csv(rows: Iterable[ClaimEvidence]) -> str:
    """Return the table with a byte order mark, which Excel needs to read UTF-8, and lines ended as RFC 4180 has it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([guard(cell) for cell in _cells(row)] for row in rows)
    return "\ufeff" + buffer.getvalue()


def guard(cell: str) -> str:
    """Return a cell that no program takes for a formula: with an apostrophe before it, unless it is a number."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


def _cells(row: ClaimEvidence) -> Iterator[str]:
    claim = row.claim
    low, high = claim.interval or ("", "")
    yield from (
        claim.id,
        unmarked_text(claim.statement),
        unmarked_text(claim.value),
        claim.number_text,
        claim.unit,
    )
    yield from (low, high, claim.n.replace(",", ""), claim.design, claim.follow_up)
    yield from map(join_numbers, (row.pages, row.slides, row.notes))
    yield "; ".join(_source(row))
    yield from (claim.status.value, claim.as_of.isoformat() if claim.as_of else "")
    yield "" if row.age_months is None else str(row.age_months)


def _source(row: ClaimEvidence) -> Iterator[str]:
    """Yield each work's entry with the place in it."""
    locators = {item.key: item.locator for item in row.claim.source}
    for work in row.works:
        place = locators.get(work.key, "")
        yield unmarked_text(work.entry) + (f" ({place})" if place else "")
