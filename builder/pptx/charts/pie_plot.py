"""Pies and doughnuts (ECMA-376 part 1, 21.2.2.141 and 21.2.2.50)."""

from __future__ import annotations

from builder.pptx.charts.category_data import category_data
from builder.pptx.charts.labels import labels_of
from builder.pptx.charts.paint import shape
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.series import head, painted_points
from builder.pptx.charts.text import Writing
from builder.pptx.xml import join, tag


def pie_plot(writing: Writing) -> Plot:
    """Return the plot of a pie or a doughnut."""
    plan = writing.plan
    data = category_data(plan)
    series = join(
        tag(
            "c:ser",
            head(index, data.series[index].values.header_reference),
            shape(one.paint, plan.style.paper),
            painted_points(
                (number, join((tag("c:bubble3D", val=False), shape(point.paint, plan.style.paper))))
                for number, point in enumerate(one.points)
            ),
            labels_of(writing, index),
            data.references(index),
        )
        for index, one in enumerate(plan.series)
    )
    hole = tag("c:holeSize", val=plan.hole_percent) if plan.hole_percent else None
    content = tag(
        "c:doughnutChart" if plan.hole_percent else "c:pieChart",
        tag("c:varyColors", val=True),
        series,
        tag("c:firstSliceAng", val=0),
        hole,
    )
    return Plot(content, data.sheet)
