"""The chart plan: what a chart shows and where, decided once for the vector drawing and the native chart.

The semantic half (series, categories, axes, groups) is what a native chart is made of; the drawn half (`marks`,
`texts`) is the same chart in geometry. Lengths count from the chart's upper left corner, y growing downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from builder.model.block import ChartKind
from builder.units import Length, Rect, Size


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour: six hexadecimal digits, and the slot of the presentation's theme that has it, or an empty string.

    `opacity` is 1 but where lines must be seen on a fill.
    """

    slot: str
    hex: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """How charts of a theme look at one text size.

    Attributes:
        family: as SVG names it, with what stands in for it after commas. office: as a deck's theme names it. files: its font files, absolute.
        size_pt: of all text in the chart.
        ink: of text. muted: of secondary text. grid: of gridlines. accent: of what is highlighted.
        paper: of what is hollow. series: of the first to the sixth series.
    """

    family: str
    office: str
    files: tuple[Path, ...]
    size_pt: float
    ink: Paint
    muted: Paint
    grid: Paint
    accent: Paint
    paper: Paint
    series: tuple[Paint, ...]


class MarkerShape(Enum):
    """Forms of a mark; names of DrawingML's ST_MarkerStyle."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


class Dash(Enum):
    """Forms of a line; names of DrawingML's ST_PresetLineDashVal."""

    SOLID = "solid"
    DASH = "dash"
    DOT = "sysDot"


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark of a series' points; a hollow one shows the paper inside its outline."""

    shape: MarkerShape
    size_pt: float
    hollow: bool = False


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
        gridlines, visible: whether they are drawn; a hidden axis still scales.
    """

    minimum: float
    maximum: float
    step: float
    number_format: str
    title: str = ""
    gridlines: bool = True
    visible: bool = True


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


class TextRole(Enum):
    """What a placed text says."""

    TICK = "tick"
    CATEGORY = "category"
    VALUE_TITLE = "value-title"
    CATEGORY_TITLE = "category-title"
    SERIES = "series"
    VALUE = "value"
    ROW = "row"
    SAMPLE_SIZE = "sample-size"
    GROUP = "group"


class LabelPosition(Enum):
    """Where a native data label stands at its mark; names of DrawingML's ST_DLblPos."""

    RIGHT = "r"
    LEFT = "l"
    ABOVE = "t"
    BELOW = "b"
    CENTER = "ctr"
    OUTSIDE_END = "outEnd"


class TextAlign(Enum):
    """Which part of a text stands at its anchor; names of SVG's `text-anchor`."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One line of text.

    Attributes:
        rect: its box as measured: the width of its advances, the height of a line.
        baseline: y of its baseline; of turned text, which reads upwards, the x.
        series, point: what it belongs to, or None.
        position: of a data label; offset: how far from there it is moved, to the right and down.
    """

    role: TextRole
    text: str
    rect: Rect
    baseline: Length
    align: TextAlign
    paint: Paint
    bold: bool = False
    turned: bool = False
    series: int | None = None
    point: int | None = None
    position: LabelPosition | None = None
    offset: tuple[Length, Length] = (Length(0), Length(0))

    @property
    def anchor(self) -> Length:
        """The x that `align` speaks of; of turned text the y."""
        start, end = (self.rect.bottom, self.rect.y) if self.turned else (self.rect.x, self.rect.right)
        match self.align:
            case TextAlign.START:
                return start
            case TextAlign.MIDDLE:
                return Length((start + end) // 2)
            case TextAlign.END:
                return end


Place: TypeAlias = tuple[Length, Length]


@dataclass(frozen=True, slots=True)
class BarMark:
    """A filled rectangle; `outline` parts it from its neighbours."""

    rect: Rect
    paint: Paint
    outline: Paint | None = None


@dataclass(frozen=True, slots=True)
class LineMark:
    """A line through places."""

    places: tuple[Place, ...]
    paint: Paint
    width: Length
    dash: Dash = Dash.SOLID


@dataclass(frozen=True, slots=True)
class AreaMark:
    """A filled polygon; `outline` parts it from its neighbours."""

    places: tuple[Place, ...]
    paint: Paint
    outline: Paint | None = None


@dataclass(frozen=True, slots=True)
class DotMark:
    """A marker around a place."""

    place: Place
    marker: Marker
    paint: Paint
    paper: Paint


@dataclass(frozen=True, slots=True)
class SliceMark:
    """A sector of a ring; angles in degrees, clockwise from twelve o'clock; `inner` is 0 in a pie."""

    center: Place
    outer: Length
    inner: Length
    start: float
    end: float
    paint: Paint
    paper: Paint


Mark: TypeAlias = BarMark | LineMark | AreaMark | DotMark | SliceMark


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """What the author called the columns of the data; empty where there is none."""

    x: str
    value: str = ""
    series: str = ""
    n: str = ""
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class ChartPlan:
    """A chart, decided.

    Attributes:
        size: of the whole chart. plot: the inner plot rectangle; of a pie, the square around the circle.
        categories: names along the category axis, or of a pie's slices. category_title: of that axis.
        value_axis: None in pies. x_axis: of scatter charts only.
        groups: of a forest, one for each series; row_count: the height of its plot, in rows.
        category_skip: every how many-th category is named.
        gap_percent: space between bars as a share of a bar's width. overlap_percent: of bars of one category.
        hole_percent: of a doughnut. headed: whether the series are named by words above the plot.
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
    gap_percent: int = 50
    overlap_percent: int = 0
    hole_percent: int = 0
    headed: bool = False
    names: ColumnNames = ColumnNames("")
    marks: tuple[Mark, ...] = ()
    texts: tuple[PlacedText, ...] = ()
