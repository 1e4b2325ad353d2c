"""Stage 4, compose: the resolved document through the theme's report templates to HTML with its style sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import builder
from builder.compose.column_shares import column_shares
from builder.compose.environment import find_template, make_environment, render_template
from builder.compose.expansions import with_expansions
from builder.compose.lists import block_lists
from builder.compose.report_charts import draw_report_charts
from builder.compose.report_tables import is_wide, place_cells
from builder.compose.source_marks import cite_sources, find_citation_form
from builder.compose.tokens import theme_tokens
from builder.compose.words import WORDS, long_date
from builder.diagnostics import Diagnostics, Outcome, Span
from builder.model.block import Block, Columns, Output
from builder.model.document import ReportSettings, Section
from builder.model.resolved import ResolvedDocument
from builder.theme.theme import Theme
from builder.world import World

TEMPLATE = "report/report.html.j2"
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
"""The template in `report/blocks/` of each kind of block; the other kinds are the deck's."""


@dataclass(frozen=True, slots=True)
class ComposedReport:
    """The report, ready for the layout engine.

    Attributes:
        html: a whole document, its style sheets inside.
        style_sheets: their texts by their names as shown to people, so that faults in them can be located.
        resources: what `diptych:` addresses in it stand for. spans: of the blocks, by path.
    """

    html: str
    style_sheets: Mapping[str, str]
    resources: Mapping[str, bytes]
    spans: Mapping[str, Span]


def compose_report(world: World, resolved: ResolvedDocument, theme: Theme) -> Outcome[ComposedReport]:
    """Return the report of a document.

    Diagnostics: B401, a template has a fault.
    """
    found = Diagnostics()
    lists = block_lists(resolved.document)
    resolved = with_expansions(resolved)
    style_sheets = _style_sheets(world, resolved.document.report, theme)
    context = {**_context(resolved, tuple(style_sheets.values())), "block_lists": lists}
    html = render_template(make_environment(world, theme), TEMPLATE, context, found)
    if html is None:
        return found.outcome(None)
    pictures = {_picture_address(path): picture.data for path, picture in resolved.pictures.items()}
    charts = draw_report_charts(resolved.document, theme, found)
    drawings = {_chart_address(path): svg.encode() for path, svg in charts.items()}
    spans = dict(_spans(resolved.document.sections))
    return found.outcome(ComposedReport(html, style_sheets, {**pictures, **drawings}, spans))


def _style_sheets(world: World, settings: ReportSettings, theme: Theme) -> dict[str, str]:
    """Return the theme's tokens and the style sheets for this paper, by their names as shown to people."""
    names = ("report/report.css", f"report/paper-{settings.paper}.css", f"report/sides-{settings.sides}.css")
    files = [file for name in names if (file := find_template(world, theme, name))]
    return {
        "theme tokens": theme_tokens(theme),
        **{world.name_of(file): world.read_text(file) for file in files},
    }


def _context(resolved: ResolvedDocument, styles: tuple[str, ...]) -> dict[str, object]:
    document = resolved.document
    form = find_citation_form(document)
    return {
        "document": document,
        "sections": tuple(_shown(document.sections)),
        "references": resolved.references_in(Output.REPORT),
        "citation_form": form.value,
        "cite": lambda items: cite_sources(items, resolved, form),
        "date": long_date(document.date, document.lang),
        "words": WORDS,
        "styles": styles,
        "generator": f"Diptych {builder.__version__}",
        "shown": _shown,
        "template_of": _template_of,
        "picture_address": _picture_address,
        "chart_address": _chart_address,
        "is_wide": is_wide,
        "place_cells": place_cells,
        "column_shares": column_shares,
    }


def _shown(parts: Iterable[Block | Section]) -> Iterator[Block | Section]:
    """Yield what the report shows, in order."""
    for part in parts:
        if part.shown_in(Output.REPORT) and (
            isinstance(part, Section) or type(part).__name__ in KIND_TEMPLATES
        ):
            yield part


def _spans(parts: Iterable[Block | Section]) -> Iterator[tuple[str, Span]]:
    for part in parts:
        yield part.path, part.span
        match part:
            case Section():
                yield from _spans((*part.content, *part.sections))
            case Columns():
                yield from _spans(block for column in part.parts for block in column.content)


def _template_of(block: Block) -> str:
    return f"report/blocks/{KIND_TEMPLATES[type(block).__name__]}.html.j2"


def _picture_address(path: str) -> str:
    return f"diptych:picture/{path}"


def _chart_address(path: str) -> str:
    return f"diptych:chart/{path}"
