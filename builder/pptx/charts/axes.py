"""Axes (ECMA-376 part 1, 21.2.2.25 and 226): scale, place and look of the plan's."""

from __future__ import annotations

from dataclasses import dataclass

from builder.pptx.charts.layout import corner
from builder.pptx.charts.paint import stroke
from builder.pptx.charts.sheet import write_number
from builder.pptx.charts.text import Writing, turned_body
from builder.pptx.xml import Xml, tag
from builder.resolve.charts.axes import hairline
from builder.resolve.charts.drawing import TextRole
from builder.resolve.charts.plan import Axis
from builder.units import Length

CATEGORY_AXIS, VALUE_AXIS = 500_000_001, 500_000_002
"""Identifiers; for charts with two value axes the first is the horizontal one."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where an axis stands: `side` is b, l, t or r; the identifiers are its own and that of the axis it crosses."""

    side: str
    own: int
    crossed: int


BOTTOM = Position("b", CATEGORY_AXIS, VALUE_AXIS)
LEFT = Position("l", VALUE_AXIS, CATEGORY_AXIS)


def category_axis(writing: Writing, *, lying: bool = False) -> Xml:
    """Return the category axis, below the plot; of lying bars left of it, the first category on top."""
    plan, style = writing.plan, writing.plan.style
    turned = any(placed.turned for placed in plan.texts)
    return tag(
        "c:catAx",
        tag("c:axId", val=CATEGORY_AXIS),
        tag("c:scaling", tag("c:orientation", val="maxMin" if lying else "minMax")),
        tag("c:delete", val=False),
        tag("c:axPos", val="l" if lying else "b"),
        _title(writing),
        tag("c:numFmt", formatCode="General", sourceLinked=False),
        tag("c:majorTickMark", val="none"),
        tag("c:minorTickMark", val="none"),
        tag("c:tickLblPos", val="low" if plan.category_skip else "none"),
        stroke(style.muted, hairline(style)),
        writing.properties(style.ink, body=turned_body(turned)),
        tag("c:crossAx", val=VALUE_AXIS),
        tag("c:crosses", val="autoZero"),
        tag("c:auto", val=False),
        tag("c:lblAlgn", val="ctr"),
        tag("c:lblOffset", val=100),
        tag("c:tickLblSkip", val=plan.category_skip) if plan.category_skip > 1 else None,
        tag("c:noMultiLvlLbl", val=True),
    )


def value_axis(
    writing: Writing,
    axis: Axis,
    position: Position,
    *,
    crosses: str | float = "autoZero",
    between: bool = True,
    drawn: bool = False,
    width: Length | None = None,
) -> Xml:
    """Return a value axis; a hidden one keeps its scale. `drawn` ones have a line, of `width` if it is no hairline.

    `crosses` is where it stands on the other axis: a word of ST_Crosses, or a value.
    """
    style = writing.plan.style
    return tag(
        "c:valAx",
        tag("c:axId", val=position.own),
        tag(
            "c:scaling",
            tag("c:logBase", val=axis.log_base) if axis.log_base else None,
            tag("c:orientation", val="minMax"),
            tag("c:max", val=write_number(axis.maximum)),
            tag("c:min", val=write_number(axis.minimum)),
        ),
        tag("c:delete", val=False),
        tag("c:axPos", val=position.side),
        tag("c:majorGridlines", stroke(style.grid, hairline(style))) if axis.gridlines else None,
        _title(writing) if writing.plan.x_axis is axis else None,
        tag("c:numFmt", formatCode=axis.number_format or "General", sourceLinked=False),
        tag("c:majorTickMark", val="none"),
        tag("c:minorTickMark", val="none"),
        tag("c:tickLblPos", val="low" if axis.visible else "none"),
        stroke(style.muted if drawn else None, width or hairline(style)),
        writing.properties(style.muted, body=turned_body(False)),
        tag("c:crossAx", val=position.crossed),
        _crossing(crosses),
        tag("c:crossBetween", val="between" if between else "midCat"),
        tag("c:majorUnit", val=write_number(axis.step)),
    )


def _crossing(crosses: str | float) -> Xml:
    if isinstance(crosses, str):
        return tag("c:crosses", val=crosses)
    return tag("c:crossesAt", val=write_number(crosses))


def _title(writing: Writing) -> Xml | None:
    """Return the title below the plot, if the plan has one."""
    lines = [placed for placed in writing.plan.texts if placed.role is TextRole.CATEGORY_TITLE]
    if not lines:
        return None
    return tag(
        "c:title",
        tag("c:tx", writing.rich([[placed] for placed in lines], turned_body(False))),
        corner(writing.plan, lines[0].rect),
        tag("c:overlay", val=False),
    )
