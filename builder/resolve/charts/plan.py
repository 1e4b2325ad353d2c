"""The chart plan: what a chart shows and where, decided once for the vector drawing and the native chart.

The semantic half (series, categories, axes, groups) is what a native chart is made of; the drawn half (`marks`,
`texts`) is the same chart in geometry. Lengths count from the chart's upper left corner, y growing downwards.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.block import ChartKind
from builder.resolve.charts.drawing import Mark, PlacedText
from builder.resolve.charts.look import ChartStyle, Dash, Marker, Paint
from builder.units import Length, Rect, Size


@dataclass(frozen=True, slots=True)
class Point:
    """One value.

    Attributes:
        value: None where the data have a gap. x: of scatter charts only.
        low, high: bounds of its interval, both or none. text: printed at its mark, or empty.
        text_format: the number format that writes `value` as `text`; empty where `text` is the author's own.
    """

    value: float | None
    paint: Paint
    x: float | None = None
    low: float | None = None
    high: float | None = None
    text: str = ""
    text_format: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Values that belong together; without `x` they stand at the plan's categories, one each."""

    name: str
    points: tuple[Point, ...]
    paint: Paint
    marker: Marker | None = None
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True)
class Axis:
    """A value axis.

    Attributes:
        step: between ticks; minimum and maximum are whole multiples of it unless the author gave the range.
        number_format: of tick labels, as spreadsheets write it.
        title: as shown, with the unit where ticks do not carry it.
        log_base: of a logarithmic axis, whose step is a factor; None of a linear one.
        gridlines, visible: whether they are drawn; a hidden axis still scales.
    """

    minimum: float
    maximum: float
    step: float
    number_format: str
    title: str = ""
    gridlines: bool = True
    visible: bool = True
    log_base: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A forest's row: `n` as the author wrote it, `position` its middle in rows from the plot's top."""

    name: str
    n: str
    position: float


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading, in the order of the points of the series of the same index."""

    heading: str
    position: float
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """What a survival curve's rows say beside time and survival: numbers censored and at risk, None where untold."""

    censored: tuple[float | None, ...]
    at_risk: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Survival:
    """What a Kaplan-Meier plan has beside its series.

    Attributes:
        curves: one for each series, a value for each of its points.
        times: of the table of numbers at risk, empty without one. heading: of that table.
    """

    curves: tuple[Followed, ...]
    times: tuple[float, ...] = ()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A swimmer's row: `series` is the index of its group, `events` are times, None where one did not happen."""

    name: str
    series: int
    duration: float
    ongoing: bool
    events: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Swim:
    """What a swimmer plan has beside its groups.

    Attributes:
        lanes: from top to bottom. events: a series for each kind, with a point for each lane.
        ongoing: what the author calls a bar that goes on, empty where none may.
    """

    lanes: tuple[Lane, ...]
    events: tuple[Series, ...]
    ongoing: str


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """What the author called the columns of the data; empty where there is none."""

    x: str
    value: str = ""
    series: str = ""
    n: str = ""
    low: str = ""
    high: str = ""
    censored: str = ""
    at_risk: str = ""


@dataclass(frozen=True, slots=True)
class ChartPlan:
    """A chart, decided.

    Attributes:
        size: of the whole chart. plot: the inner plot rectangle; of a pie, the square around the circle.
        categories: names along the category axis, or of a pie's slices. category_title: of that axis.
        value_axis: None in pies. x_axis: of scatter charts only.
        groups: of a forest, one for each series; row_count: the height of its plot, or a swimmer's, in rows.
        no_effect: of a forest, the value at which a line stands for no effect.
        category_skip: every how many-th category is named; 0 where none is.
        levels: of a waterfall, its thresholds, each the same at every category.
        gap_percent: space between bars as a share of a bar's width. overlap_percent: of bars of one category.
        hole_percent: of a doughnut. headed: whether the series are named by words above the plot.
        survival: of Kaplan-Meier charts only. swim: of swimmers only; bar_height: of their bars.
        crowded: whether a text had to be put where it covers a mark.
        names: of the columns that the data came from, for the workbook.
        marks: back to front. texts: all of them, in reading order.
    """

    kind: ChartKind
    size: Size
    style: ChartStyle
    plot: Rect
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    value_axis: Axis | None
    x_axis: Axis | None = None
    category_title: str = ""
    category_skip: int = 1
    groups: tuple[RowGroup, ...] = ()
    row_count: float = 0
    no_effect: float | None = None
    levels: tuple[Series, ...] = ()
    gap_percent: int = 50
    overlap_percent: int = 0
    hole_percent: int = 0
    headed: bool = False
    survival: Survival | None = None
    swim: Swim | None = None
    bar_height: Length = Length(0)
    crowded: bool = False
    names: ColumnNames = ColumnNames("")
    marks: tuple[Mark, ...] = ()
    texts: tuple[PlacedText, ...] = ()
