"""The names of series above the plot, in their colours (ECMA-376 part 1, 21.2.2.93).

Why a legend and not words in the chart's title: it follows the workbook, and LibreOffice shows a title in one colour.
"""

from __future__ import annotations

from builder.pptx.charts.layout import area
from builder.pptx.charts.text import Writing
from builder.pptx.xml import Xml, join, tag
from builder.resolve.charts.drawing import PlacedText, TextRole
from builder.resolve.charts.metrics import Ruler
from builder.units import Length, Rect

BESIDE_NAME_EM = 2.4
"""Room for a key and the space around it, as programs draw legends."""

BESIDE_LINE_EM = 4.4
"""The same in charts that have lines: LibreOffice (7.4) then draws all keys as wide as a line's."""


def legend(writing: Writing, unnamed: tuple[int, ...]) -> Xml | None:
    """Return the legend, on the lines that the plan has for it; None where series are named at their marks.

    `unnamed` are the series, by their order, that have no entry.
    """
    plan = writing.plan
    if not plan.headed:
        return None
    names = [placed for placed in plan.texts if placed.role is TextRole.SERIES and placed.point is None]
    return tag(
        "c:legend",
        tag("c:legendPos", val="t"),
        join(_entry(writing, placed) for placed in names),
        join(map(_no_entry, unnamed)),
        area(plan, _rect(writing, names)),
        tag("c:overlay", val=True),
        writing.properties(plan.style.ink, bold=True),
    )


def _entry(writing: Writing, placed: PlacedText) -> Xml:
    return tag("c:legendEntry", tag("c:idx", val=placed.series), writing.properties(placed.paint, bold=True))


def _no_entry(index: int) -> Xml:
    """Return the removal of an entry."""
    return tag("c:legendEntry", tag("c:idx", val=index), tag("c:delete", val=True))


def _rect(writing: Writing, names: list[PlacedText]) -> Rect:
    """Return a rectangle wide enough for as many columns, all as wide as the widest, as a line has names."""
    first = names[0].rect
    columns = sum(placed.rect.y == first.y for placed in names)
    beside = BESIDE_LINE_EM if writing.plan.levels or writing.plan.swim else BESIDE_NAME_EM
    widest = max(placed.rect.width for placed in names) + Ruler(writing.plan.style).em(beside)
    width = min(columns * widest, writing.plan.size.width)
    return Rect(Length(0), first.y, Length(width), Length(names[-1].rect.bottom - first.y))
