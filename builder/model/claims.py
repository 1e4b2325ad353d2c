"""Claims: numbers and statements with their evidence, written once and inserted wherever they are said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from builder.diagnostics import Span
from builder.model.inline import CitedItem, Inlines


class ClaimStatus(Enum):
    """How a claim is known."""

    CONFIRMED = "confirmed"
    SECONDARY = "secondary"
    COMPANY = "company statement"
    EDITORIAL = "editorial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim.

    Attributes:
        span: of its id.
        statement: what is claimed. value: the figure with its unit as it is inserted, or nothing.
        number: the value as data, None where it is no number; `number_text` as written, without the unit.
        interval: the lower and upper bound of the value, as written. n: how many were studied, as written.
        as_of: when it was so.
    """

    id: str
    span: Span
    statement: Inlines
    value: Inlines = ()
    number: float | None = None
    number_text: str = ""
    unit: str = ""
    interval: tuple[str, str] | None = None
    n: str = ""
    design: str = ""
    follow_up: str = ""
    as_of: date | None = None
    source: tuple[CitedItem, ...] = ()
    status: ClaimStatus = ClaimStatus.CONFIRMED


@dataclass(frozen=True, slots=True)
class ClaimUse:
    """One place where a claim is inserted.

    Attributes:
        part: what of it, as in `{id.n}`; empty for the value with its citation.
        path: of the section or block that it stands in, or a name such as `abstract`.
        span: of the braces.
        as_text: whether it is in text that is marked up; else in data or in an alternative text.
    """

    claim: str
    part: str
    path: str
    span: Span
    as_text: bool
