"""Draw the briefing's charts for screens: inside the page, in its colours and fonts, for wide and narrow columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from builder.compose.report_charts import chart_size, shown_charts
from builder.diagnostics import Diagnostics
from builder.model.block import Chart
from builder.model.document import Document
from builder.resolve.charts.check import check_names, check_plan, is_cut
from builder.resolve.charts.plan import ChartPlan
from builder.resolve.charts.planner import plan_chart
from builder.resolve.charts.style import chart_style
from builder.resolve.charts.svg import draw_svg
from builder.theme.theme import Theme
from builder.units import Length


@dataclass(frozen=True, slots=True)
class _Screen:
    """A column: its width and the size of its text in points (3 are 4 CSS pixels), a chart's height by its width."""

    name: str
    width_pt: float
    text_pt: float
    height_share: float


WIDE = _Screen("wide", 414, 9.75, 0.5)
"""The text column of the theme `clinical` on a desktop, 552 pixels."""

NARROW = (_Screen("narrow", 240, 9, 0.72), _Screen("narrow", 240, 8.25, 0.72))
"""A telephone of 360 pixels without its margins: text of 12 pixels, or of 11 where that does not fit."""

_SIZE = re.compile(r'<svg xmlns="[^"]*" width="([\d.]+)" height="([\d.]+)"([^>]*?) font-family="[^"]*"')
_COLOR = re.compile(r'(fill|stroke)="#([0-9A-F]{6})"')


@dataclass(frozen=True, slots=True)
class WebChart:
    """A chart as templates see it: `wide`, and `narrow` where all its text fits a telephone, else empty."""

    wide: Markup
    narrow: Markup


def draw_web_charts(document: Document, theme: Theme, found: Diagnostics) -> Mapping[str, WebChart]:
    """Return the charts that the briefing shows, by the path of their block.

    A chart that is too crowded even for a wide column is told of by the briefing on paper, and by checking (B605).

    Diagnostics: B605, a name would be cut.
    """
    return {chart.path: _draw(chart, theme, share, found) for chart, share in shown_charts(document.sections)}


def _draw(chart: Chart, theme: Theme, share: float, found: Diagnostics) -> WebChart:
    drawing = _Drawing(theme, chart.alt)
    wide = _plan(chart, WIDE, theme, share)
    found.extend(check_names(chart, wide))
    plans = ((screen, _plan(chart, screen, theme, 1)) for screen in NARROW)
    fitting = (drawing.inside(plan, screen) for screen, plan in plans if _says_all(chart, plan))
    return WebChart(drawing.inside(wide, WIDE), next(fitting, Markup()))


def _plan(chart: Chart, screen: _Screen, theme: Theme, share: float) -> ChartPlan:
    width = Length.from_pt(screen.width_pt * share)
    size = chart_size(chart, width, screen.text_pt, screen.height_share)
    return plan_chart(chart, size, chart_style(theme, screen.text_pt))


def _says_all(chart: Chart, plan: ChartPlan) -> bool:
    """Return whether a plan has room for every name, at the size that was asked for."""
    whole = not any(is_cut(chart, text.text) for text in plan.texts)
    return whole and not check_plan(chart, plan, plan.style)


class _Drawing:
    """Writes plans as parts of a page: pictures with an alternative text, in the colours of the reader's screen."""

    def __init__(self, theme: Theme, alt: str) -> None:
        self._alt = escape(alt)
        self._names: dict[str, str] = {}
        for name, value in theme.colors.items():
            self._names.setdefault(value.upper(), name)

    def inside(self, plan: ChartPlan, screen: _Screen) -> Markup:
        def open_svg(found: re.Match[str]) -> str:
            named = f'class="{screen.name}" role="img" aria-label="{self._alt}"'
            size = f'width="{found[1]}" height="{found[2]}" style="--natural: {found[1]}px"'
            return f"<svg {named} {size}{found[3]}"

        svg = _COLOR.sub(self._name_color, draw_svg(plan).strip())
        return Markup(_SIZE.sub(open_svg, svg, count=1))

    def _name_color(self, found: re.Match[str]) -> str:
        return f'{found[1]}="var(--color-{self._names[found[2]]})"'
