"""Draw the report's charts at the size at which they are printed, so that their text has its true size."""

from __future__ import annotations

from collections.abc import Iterator

from builder.compose.column_shares import column_shares
from builder.compose.page_room import MEASURES_MM, tallest_chart
from builder.diagnostics import Diagnostic, Diagnostics
from builder.model.block import Block, Chart, ChartKind, Columns, Output
from builder.model.document import Document, Section
from builder.resolve.charts.check import check_names, check_plan
from builder.resolve.charts.grey import check_in_grey
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.plan import ChartPlan
from builder.resolve.charts.planner import plan_chart
from builder.resolve.charts.style import chart_style
from builder.resolve.charts.svg import draw_svg
from builder.theme.theme import Theme
from builder.units import EMU_PER_PT, Length, Size

TEXT_PT = 8.5
ROW_PT = 14.0
FRAME_PT = 46.0
"""Height of a row, and of what stands above and below the rows: series names, axis, its title; at `TEXT_PT`."""

HEIGHT_SHARE = 0.5
"""Height of the other charts as a share of their width."""


def draw_report_charts(document: Document, theme: Theme, found: Diagnostics) -> dict[str, str]:
    """Return the charts that the report shows as SVG, by the path of their block.

    Diagnostics: B605, a chart has more text than room: an error where a name would be cut.
    """
    style = chart_style(theme, TEXT_PT)
    drawings: dict[str, str] = {}
    for chart, plan in plan_report_charts(document, style):
        found.extend(check_plan(chart, plan, style))
        found.extend(check_names(chart, plan))
        drawings[chart.path] = draw_svg(plan)
    return drawings


def plan_report_charts(document: Document, style: ChartStyle) -> Iterator[tuple[Chart, ChartPlan]]:
    """Yield each chart that the report shows, planned at the size at which it is printed: never taller than a page."""
    paper = document.report.paper
    measure = Length.from_mm(MEASURES_MM[paper])
    for chart, share in shown_charts(document.sections):
        wished = chart_size(chart, measure * share)
        size = Size(wished.width, min(wished.height, tallest_chart(chart, paper)))
        yield chart, plan_chart(chart, size, style)


def check_charts_in_grey(document: Document, theme: Theme) -> Iterator[Diagnostic]:
    """Yield what a print in grey does not tell: B710, series of one chart that look alike."""
    for chart, plan in plan_report_charts(document, chart_style(theme, TEXT_PT)):
        yield from check_in_grey(chart, plan)


def shown_charts(sections: tuple[Section, ...]) -> Iterator[tuple[Chart, float]]:
    """Yield each chart that the briefing shows with its share of the text column."""
    for section in sections:
        if section.shown_in(Output.REPORT):
            yield from _in_blocks(section.content, 1)
            yield from shown_charts(section.sections)


def _in_blocks(blocks: tuple[Block, ...], share: float) -> Iterator[tuple[Chart, float]]:
    for block in blocks:
        if not block.shown_in(Output.REPORT):
            continue
        if isinstance(block, Chart):
            yield block, share * (block.width or 1)
        elif isinstance(block, Columns):
            for part, part_share in zip(block.parts, column_shares(block), strict=True):
                yield from _in_blocks(part.content, share * part_share * 0.96)


def chart_size(
    chart: Chart, width: float, text_pt: float = TEXT_PT, height_share: float = HEIGHT_SHARE
) -> Size:
    """Return the size of a chart that is `width` EMU wide: as high as its rows, or a share of its width."""
    row_pt, frame_pt = ROW_PT * text_pt / TEXT_PT, FRAME_PT * text_pt / TEXT_PT
    rows = len(chart.column(chart.x).values)
    match chart.kind:
        case ChartKind.FOREST:
            groups = len({datum.text for datum in chart.column(chart.series).values}) if chart.series else 0
            lines = rows + groups * 1.4 + (1 if chart.sides else 0)
            height = Length.from_pt(lines * row_pt + frame_pt)
        case ChartKind.SWIMMER:
            height = Length.from_pt((rows + 1) * row_pt + frame_pt)
        case ChartKind.HORIZONTAL_BAR:
            height = Length.from_pt(rows * len(chart.y) * row_pt * 1.4 + frame_pt)
        case ChartKind.KAPLAN_MEIER if chart.at_risk:
            curves = len({datum.text for datum in chart.column(chart.series).values}) if chart.series else 1
            height = Length.from_pt(width * height_share / EMU_PER_PT + (curves + 1) * row_pt)
        case _:
            height = Length(round(width * height_share))
    return Size(Length(round(width)), height)
