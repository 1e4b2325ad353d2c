"""The chart part's root: title, plot area and the reference to the workbook (ECMA-376 part 1, 21.2.2.29)."""

from __future__ import annotations

from builder.pptx.charts.layout import corner, inner_plot
from builder.pptx.charts.legend import legend
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.text import Writing, turned_body
from builder.pptx.names import A, C, R
from builder.pptx.xml import Xml, tag
from builder.resolve.charts.drawing import TextRole


def chart_space(writing: Writing, plot: Plot, workbook: str) -> Xml:
    """Return the root element; `workbook` is the id of the relationship to the workbook."""
    title = _title(writing)
    chart = tag(
        "c:chart",
        title,
        tag("c:autoTitleDeleted", val=title is None),
        tag("c:plotArea", inner_plot(writing.plan), plot.content, tag("c:spPr", tag("a:noFill"))),
        legend(writing, plot.unnamed),
        tag("c:plotVisOnly", val=True),
        tag("c:dispBlanksAs", val="gap"),
    )
    return tag(
        "c:chartSpace",
        tag("c:date1904", val=False),
        tag("c:lang", val=writing.lang),
        tag("c:roundedCorners", val=False),
        chart,
        tag("c:spPr", tag("a:noFill"), tag("a:ln", tag("a:noFill"))),
        writing.properties(writing.plan.style.ink),
        tag("c:externalData", tag("c:autoUpdate", val=False), **{"r:id": workbook}),
        **{"xmlns:a": A, "xmlns:c": C, "xmlns:r": R},
    )


def _title(writing: Writing) -> Xml | None:
    """Return the chart's title: what its values are, which stands above the plot."""
    lines = [placed for placed in writing.plan.texts if placed.role is TextRole.VALUE_TITLE]
    if not lines:
        return None
    return tag(
        "c:title",
        tag("c:tx", writing.rich([[line] for line in lines], turned_body(False))),
        corner(writing.plan, lines[0].rect),
        tag("c:overlay", val=True),
    )
