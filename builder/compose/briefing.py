"""What the briefing shows, on paper and on the web alike: the names that its templates use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import builder
from builder.compose.column_shares import column_shares
from builder.compose.expansions import with_expansions
from builder.compose.lists import block_lists
from builder.compose.report_tables import is_wide, place_cells
from builder.compose.source_marks import cite_sources, find_citation_form
from builder.compose.words import WORDS, long_date
from builder.model.block import Block, Output
from builder.model.document import Section
from builder.model.resolved import ResolvedDocument

KIND_TEMPLATES = {
    "TextBlock": "text",
    "Points": "points",
    "Steps": "steps",
    "Cards": "cards",
    "Stats": "stats",
    "Table": "table",
    "Chart": "chart",
    "Figure": "figure",
    "Timeline": "timeline",
    "Callout": "callout",
    "Quote": "quote",
    "Columns": "columns",
    "PageBreak": "page-break",
}
"""The template in `blocks/` of each kind of block; the other kinds are the deck's."""


def briefing_context(resolved: ResolvedDocument) -> dict[str, object]:
    """Return the names that are the same for every form of the briefing; abbreviations are expanded at first use."""
    expanded = with_expansions(resolved)
    document = expanded.document
    form = find_citation_form(document)
    return {
        "document": document,
        "block_lists": block_lists(resolved.document),
        "sections": tuple(shown(document.sections)),
        "references": resolved.references_in(Output.REPORT),
        "citation_form": form.value,
        "cite": lambda items: cite_sources(items, resolved, form),
        "date": long_date(document.date, document.lang),
        "words": WORDS,
        "generator": f"Diptych {builder.__version__}",
        "shown": shown,
        "picture_address": picture_address,
        "is_wide": is_wide,
        "place_cells": place_cells,
        "column_shares": column_shares,
    }


def shown(parts: Iterable[Block | Section]) -> Iterator[Block | Section]:
    """Yield what the briefing shows, in order."""
    for part in parts:
        if part.shown_in(Output.REPORT) and (
            isinstance(part, Section) or type(part).__name__ in KIND_TEMPLATES
        ):
            yield part


def picture_address(path: str) -> str:
    """Return what stands for the picture of a figure until its file is written."""
    return f"diptych:picture/{path}"
