"""Claims: from their shapes to the book that text takes them from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from builder.content.numbers import parse_number
from builder.content.reading import Reading, read_line
from builder.content.schema.claims import ClaimShape
from builder.markup import parse_inlines
from builder.model.claims import Claim, ClaimStatus
from builder.model.inline import Inlines, Text, join_texts, plain_text

NO_BREAK_SPACE = "\u00a0"


def read_claims(shapes: Iterable[ClaimShape], today: date | None, reading: Reading) -> None:
    """Enter the claims in the book, and report an id that is there twice (B207), and what `_check` finds."""
    for shape in shapes:
        claim = _read_claim(shape, reading)
        first = reading.claims.claims.setdefault(claim.id, claim)
        if first is not claim:
            reading.diagnostics.error(
                "B207",
                f"claim '{claim.id}' is given twice",
                claim.span,
                label=f"first in line {first.span.start.line}",
                help="give one of the two another id, or remove it",
            )
        _check(claim, shape, today, reading)


def report_unused(reading: Reading) -> None:
    """Warn of each claim that nothing inserts (B551); a document with errors may have lost the place."""
    if reading.diagnostics.failed:
        return
    used = {use.claim for use in reading.claims.uses}
    for claim in reading.claims.claims.values():
        if claim.id not in used:
            help_line = f"write '{{{claim.id}}}' where it is said, or remove it"
            reading.diagnostics.warning(
                "B551", f"nothing inserts claim '{claim.id}'", claim.span, help=help_line
            )


def _read_claim(shape: ClaimShape, reading: Reading) -> Claim:
    unit = read_line(shape.unit)
    value = _read_inlines(shape, "value", reading) if shape.value is not None else ()
    written = plain_text(value).strip()
    number_text = written if unit else written.removesuffix("%").rstrip()
    number = parse_number(number_text)
    return Claim(
        id=shape.id.value,
        span=shape.id.span,
        statement=_read_inlines(shape, "statement", reading),
        value=_with_unit(value, unit),
        number=number,
        number_text=number_text if number is not None else "",
        unit=unit,
        interval=_read_interval(shape, number, reading),
        n=shape.n or "",
        design=read_line(shape.design),
        follow_up=read_line(shape.follow_up),
        as_of=shape.as_of,
        source=reading.cited(shape.source),
        status=shape.status or ClaimStatus.CONFIRMED,
    )


def _read_interval(shape: ClaimShape, value: float | None, reading: Reading) -> tuple[str, str] | None:
    """Return the bounds as written; report those that are not two (B204) or do not hold the value (B228)."""
    if shape.interval is None:
        return None
    span = shape.value_of("interval").span
    bounds = tuple(read_line(bound) for bound in shape.interval)
    if len(bounds) != 2:
        help_line = "write the lower bound and the upper: 'interval: [39.0, 94.0]'"
        reading.diagnostics.error("B204", f"expected 2 bounds, found {len(bounds)}", span, help=help_line)
        return None
    low, high = (parse_number(bound) or 0.0 for bound in bounds)
    if not low <= (low if value is None else value) <= high:
        message = f"{read_line(shape.value) or 'the value'} does not lie between {bounds[0]} and {bounds[1]}"
        help_line = "bounds are values of the same unit, not distances from the value"
        reading.diagnostics.error("B228", message, span, help=help_line)
    return bounds[0], bounds[1]


def _read_inlines(shape: ClaimShape, key: str, reading: Reading) -> Inlines:
    """Return a value's inline Markdown; braces in it are text, for no claim is made of another."""
    scalar = getattr(shape, key)
    return parse_inlines(scalar.value, scalar.find_map().locate, reading.diagnostics)


def _with_unit(value: Inlines, unit: str) -> Inlines:
    """Return a value with its unit: a percent sign follows directly, another after a space that does not break."""
    behind = unit if unit in ("", "%") else NO_BREAK_SPACE + unit
    return join_texts((*value, Text(behind)), across_claims=True) if value else ()


def _check(claim: Claim, shape: ClaimShape, today: date | None, reading: Reading) -> None:
    """Report a claim without a source (B552), and one of a day to come (B553)."""
    if not claim.source and claim.status is not ClaimStatus.EDITORIAL:
        reading.diagnostics.error(
            "B552",
            f"claim '{claim.id}' has no source",
            claim.span,
            help="add 'source: …' with its citation key, or 'status: editorial' if it is your own judgement",
        )
    if claim.as_of is not None and today is not None and claim.as_of > today:
        reading.diagnostics.error(
            "B553",
            f"claim '{claim.id}' is as of {claim.as_of}, after the document's date, {today}",
            shape.value_of("as-of").span,
            help="correct one of the two dates",
        )
