"""The chart part's root: header, plot area and the reference to the workbook (ECMA-376 part 1, 21.2.2.29)."""

from __future__ import annotations

from itertools import groupby

from builder.pptx.charts.layout import corner, inner_plot
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.text import Writing, turned_body
from builder.pptx.names import A, C, R
from builder.pptx.xml import Xml, tag
from builder.resolve.charts.plan import TextRole

HEADER = (TextRole.VALUE_TITLE, TextRole.SERIES_KEY, TextRole.SERIES)


def chart_space(writing: Writing, plot: Plot, workbook: str) -> Xml:
    """Return the root element; `workbook` is the id of the relationship to the workbook."""
    header = _header(writing)
    chart = tag(
        "c:chart",
        header,
        tag("c:autoTitleDeleted", val=header is None),
        tag("c:plotArea", inner_plot(writing.plan), plot.content, tag("c:spPr", tag("a:noFill"))),
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


def _header(writing: Writing) -> Xml | None:
    """Return the chart's title: the lines above the plot, with the names of the series in their colours."""
    placed = [text for text in writing.plan.texts if text.role in HEADER and text.point is None]
    if not placed:
        return None
    lines = [list(line) for _, line in groupby(placed, key=lambda text: text.rect.y)]
    return tag(
        "c:title",
        tag("c:tx", writing.rich(lines, turned_body(False))),
        corner(writing.plan, placed[0].rect),
        tag("c:overlay", val=True),
    )
