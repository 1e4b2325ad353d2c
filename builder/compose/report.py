"""Stage 5, compose: the resolved document through the theme's report templates to HTML with its style sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.compose.briefing import KIND_TEMPLATES, briefing_context, picture_address
from builder.compose.environment import make_environment, read_style_sheets
from builder.compose.page_edges import page_edges
from builder.compose.rendering import render_template
from builder.compose.report_charts import draw_report_charts
from builder.compose.tokens import theme_tokens
from builder.diagnostics import Diagnostics, Outcome, Span
from builder.model.block import Block
from builder.model.document import Document, ReportSettings
from builder.model.resolved import ResolvedDocument
from builder.resolve.footnotes import footnotes_of
from builder.resolve.numbering import iter_blocks, spans_of
from builder.resolve.rewrite import BOTH
from builder.theme.theme import Theme
from builder.world import World

TEMPLATE = "report/report.html.j2"


@dataclass(frozen=True, slots=True)
class ComposedReport:
    """The report, ready for the layout engine.

    Attributes:
        html: a whole document, its style sheets inside.
        style_sheets: their texts by their names as shown to people, so that faults in them can be located.
        resources: what `diptych:` addresses in it stand for.
        spans: of the blocks, by path, and of the footnotes, by id.
        pointers: the paths of the blocks with a place for the number of their slide.
    """

    html: str
    style_sheets: Mapping[str, str]
    resources: Mapping[str, bytes]
    spans: Mapping[str, Span]
    pointers: frozenset[str] = frozenset()


def compose_report(world: World, resolved: ResolvedDocument, theme: Theme) -> Outcome[ComposedReport]:
    """Return the report of a document.

    Diagnostics: B401, a template has a fault.
    """
    found = Diagnostics()
    pointers = _pointed(resolved.document)
    style_sheets = _style_sheets(world, resolved.document.report, theme, found)
    context = {
        **briefing_context(resolved),
        "styles": tuple(style_sheets.values()),
        "template_of": _template_of,
        "chart_address": _chart_address,
        "has_pointer": pointers.__contains__,
    }
    html = render_template(make_environment(world, theme), TEMPLATE, context, found)
    if html is None:
        return found.outcome(None)
    pictures = {picture_address(path): picture.data for path, picture in resolved.pictures.items()}
    charts = draw_report_charts(resolved.document, theme, found)
    drawings = {_chart_address(path): svg.encode() for path, svg in charts.items()}
    spans = spans_of(resolved.document)
    spans |= {f"fn-{note.mark}": note.span for note in footnotes_of(resolved.document)}
    return found.outcome(ComposedReport(html, style_sheets, {**pictures, **drawings}, spans, pointers))


def _pointed(document: Document) -> frozenset[str]:
    """Return the paths of the numbered blocks that a slide shows too, where the briefing is to say which."""
    blocks = iter_blocks(document) if document.pointers else ()
    return frozenset(block.path for block, outputs in blocks if block.label and outputs == BOTH)


def _style_sheets(world: World, settings: ReportSettings, theme: Theme, found: Diagnostics) -> dict[str, str]:
    """Return the theme's tokens and the style sheets for this paper, by their names as shown to people."""
    names = ("report/report.css", f"report/paper-{settings.paper}.css", f"report/sides-{settings.sides}.css")
    edges = page_edges(settings)
    return {
        "theme tokens": theme_tokens(theme),
        **read_style_sheets(world, theme, names, found),
        **({"page edges": edges} if edges else {}),
    }


def _template_of(block: Block) -> str:
    return f"report/blocks/{KIND_TEMPLATES[type(block).__name__]}.html.j2"


def _chart_address(path: str) -> str:
    return f"diptych:chart/{path}"
