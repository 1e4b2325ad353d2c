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
from builder.resolve.charts.plan import ChartPlan


def add_chart(package: Package, owner: Part, plan: ChartPlan, *, number: int, lang: str) -> str:
    """Add the chart that `plan` describes and return the id by which `owner` refers to it.

    `number` names the parts and is unique in the package. Equal plans give equal bytes.
    """
    writing = Writing(plan, lang)
    plot: Plot = plot_of(writing)
    workbook = package.add(
        f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx", ContentType.XLSX, write_workbook(plot.sheet)
    )
    part = package.add(f"/ppt/charts/chart{number}.xml", ContentType.CHART)
    reference = part.relationships.to(workbook, RelationshipType.WORKBOOK)
    part.data = document(chart_space(writing, plot, reference))
    return owner.relationships.to(part, RelationshipType.CHART)
