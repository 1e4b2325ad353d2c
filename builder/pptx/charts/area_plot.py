"""Areas (ECMA-376 part 1, 21.2.2.2)."""

from __future__ import annotations

from builder.pptx.charts.axes import CATEGORY_AXIS, LEFT, VALUE_AXIS, category_axis, value_axis
from builder.pptx.charts.category_data import category_data
from builder.pptx.charts.paint import shape
from builder.pptx.charts.plot import Plot
from builder.pptx.charts.series import head
from builder.pptx.charts.text import Writing
from builder.pptx.xml import join, tag


def area_plot(writing: Writing) -> Plot:
    """Return the plot of an area chart."""
    plan = writing.plan
    data = category_data(plan)
    parting = plan.style.paper if len(plan.series) > 1 else None
    areas = tag(
        "c:areaChart",
        tag("c:grouping", val="stacked" if len(plan.series) > 1 else "standard"),
        tag("c:varyColors", val=False),
        join(
            tag(
                "c:ser",
                head(index, data.series[index].values.header_reference),
                shape(series.paint, parting),
                data.references(index),
            )
            for index, series in enumerate(plan.series)
        ),
        tag("c:axId", val=CATEGORY_AXIS),
        tag("c:axId", val=VALUE_AXIS),
    )
    assert plan.value_axis is not None
    axes = category_axis(writing), value_axis(writing, plan.value_axis, LEFT, between=False)
    return Plot(join((areas, *axes)), data.sheet)
