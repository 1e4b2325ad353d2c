"""The evidence table as one HTML file: every claim, where it is said, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import builder
from builder.compose.environment import make_environment, read_style_sheets
from builder.compose.rendering import render_template
from builder.compose.tokens import color_tokens, font_tokens
from builder.compose.words import join_numbers, long_date
from builder.diagnostics import Diagnostics, Outcome
from builder.model.evidence import ClaimEvidence
from builder.model.inline import Citation, CrossReference, Inlines
from builder.model.plain import unmarked_text
from builder.model.resolved import ResolvedDocument
from builder.theme.theme import Theme
from builder.world import World

TEMPLATE = "claims/claims.html.j2"
STYLE_SHEET = "claims/claims.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page allows itself (Content Security Policy, level 3): nothing from elsewhere, no script."""


def compose_evidence(
    world: World, resolved: ResolvedDocument, theme: Theme, rows: Iterable[ClaimEvidence]
) -> Outcome[str]:
    """Return the table as a whole document.

    Diagnostics: B401, a template has a fault.
    """
    found = Diagnostics()
    document, rows = resolved.document, tuple(rows)
    tokens = color_tokens(theme.colors) + font_tokens(theme)
    context = {
        "document": document,
        "date": long_date(document.date, document.lang),
        "rows": tuple(map(_as_row, rows)),
        "works": tuple({work.number: work for row in rows for work in row.works}.values()),
        "numeric": resolved.numeric,
        "styles": (tokens, *read_style_sheets(world, theme, (STYLE_SHEET,), found).values()),
        "policy": POLICY,
        "generator": f"Diptych {builder.__version__}",
    }
    html = render_template(make_environment(world, theme), TEMPLATE, context, found)
    return found.outcome(html)


def _as_row(row: ClaimEvidence) -> dict[str, object]:
    """Return a row as templates see it."""
    claim = row.claim
    return {
        "id": claim.id,
        "statement": _uncited(claim.statement),
        "value": _uncited(claim.value),
        "interval": " to ".join(claim.interval) if claim.interval else "",
        "n": claim.n,
        "basis": "; ".join(part for part in (claim.design, claim.follow_up) if part),
        "pages": join_numbers(row.pages),
        "slides": join_numbers(row.slides),
        "notes": join_numbers(row.notes),
        "mark": row.mark.content if row.mark else (),
        "status": claim.status.value,
        "as_of": claim.as_of.isoformat() if claim.as_of else "",
        "age_months": row.age_months,
    }


def _uncited(content: Inlines) -> Inlines:
    """Return text without what only a document can resolve."""
    return tuple(node for node in content if not isinstance(node, Citation | CrossReference))


def text_lines(rows: Iterable[ClaimEvidence]) -> Iterator[str]:
    """Yield the table for a terminal, its columns aligned."""
    header = ("claim", "value", "pages", "slides", "notes", "source", "status", "age")
    table = [header, *map(_text_row, rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(header))]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _text_row(row: ClaimEvidence) -> tuple[str, ...]:
    claim = row.claim
    age = "" if row.age_months is None else f"{row.age_months} months"
    places = tuple(join_numbers(numbers) or "–" for numbers in (row.pages, row.slides, row.notes))
    sources = ", ".join(item.key for item in claim.source)
    return (claim.id, unmarked_text(claim.value) or "–", *places, sources or "–", claim.status.value, age)
