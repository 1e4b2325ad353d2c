"""The chart part and the workbook part that it embeds."""

from __future__ import annotations

from builder.pptx.charts.chart_space import chart_space
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.plots import plot_of
from builder.pptx.charts.text import Writing
from builder.pptx.charts.workbook import write_workbook
from builder.pptx.names import ContentType, RelationshipType
from builder.pptx.package import Package, Part
from builder.pptx.xml import document
from builder.remembered import Remembered
from builder.resolve.charts.plan import ChartPlan

KNOWN_CHARTS = 200
"""Charts, of some 30 kB each, that are remembered for the next deck of the same process."""

_FIRST = "rId1"
"""The id of a part's first relationship."""

_known: Remembered[tuple[bytes, bytes]] = Remembered(KNOWN_CHARTS)


def add_chart(package: Package, owner: Part, plan: ChartPlan, *, number: int, lang: str) -> str:
    """Add the chart that `plan` describes and return the id by which `owner` refers to it.

    `number` names the parts and is unique in the package. Equal plans give equal bytes.
    """
    book, space = _written(number, plan, lang)
    workbook = package.add(f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx", ContentType.XLSX, book)
    part = package.add(f"/ppt/charts/chart{number}.xml", ContentType.CHART, space)
    part.relationships.to(workbook, RelationshipType.WORKBOOK)
    return owner.relationships.to(part, RelationshipType.CHART)


def _written(number: int, plan: ChartPlan, lang: str) -> tuple[bytes, bytes]:
    """Return a workbook and the chart that embeds it; `repr` tells numbers apart that are equal, such as 0 and -0."""
    source = (repr(plan), lang)
    known = _known.find(number, source)
    if known is None:
        writing = Writing(plan, lang)
        plot: Plot = plot_of(writing)
        book, space = write_workbook(plot.sheet), document(chart_space(writing, plot, _FIRST))
        known = _known.keep(number, source, (book, space))
    return known
