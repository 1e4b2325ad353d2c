"""Places inside a chart as shares of its size (ECMA-376 part 1, 21.2.2.95)."""

from __future__ import annotations

from builder.pptx.charts.sheet import write_number
from builder.pptx.xml import Xml, tag
from builder.resolve.charts.plan import ChartPlan
from builder.units import Rect


def inner_plot(plan: ChartPlan) -> Xml:
    """Return the layout of the plot without its labels: the plan's rectangle."""
    target = tag("c:layoutTarget", val="inner")
    return tag(
        "c:layout", tag("c:manualLayout", target, *_at_edges(plan, plan.plot), *_extent(plan, plan.plot))
    )


def corner(plan: ChartPlan, rect: Rect) -> Xml:
    """Return the layout of something whose upper left corner is that of `rect`."""
    return tag("c:layout", tag("c:manualLayout", *_at_edges(plan, rect)))


def area(plan: ChartPlan, rect: Rect) -> Xml:
    """Return the layout of something that fills `rect`."""
    return tag("c:layout", tag("c:manualLayout", *_at_edges(plan, rect), *_extent(plan, rect)))


def moved(plan: ChartPlan, offset: tuple[int, int]) -> Xml | None:
    """Return the layout of a label moved from its usual place; None if it is not."""
    if offset == (0, 0):
        return None
    x, y = _share(offset[0], plan.size.width), _share(offset[1], plan.size.height)
    return tag("c:layout", tag("c:manualLayout", tag("c:x", val=x), tag("c:y", val=y)))


def _at_edges(plan: ChartPlan, rect: Rect) -> tuple[Xml, ...]:
    return (
        tag("c:xMode", val="edge"),
        tag("c:yMode", val="edge"),
        tag("c:x", val=_share(rect.x, plan.size.width)),
        tag("c:y", val=_share(rect.y, plan.size.height)),
    )


def _extent(plan: ChartPlan, rect: Rect) -> tuple[Xml, ...]:
    """Return width and height; the schema wants them after both modes and places."""
    width, height = _share(rect.width, plan.size.width), _share(rect.height, plan.size.height)
    return tag("c:w", val=width), tag("c:h", val=height)


def _share(length: int, whole: int) -> str:
    return write_number(round(length / whole, 6))
