"""The drawn half of a plan: marks and texts at their places.

Lengths count from the chart's upper left corner, y growing downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from builder.resolve.charts.look import Dash, Marker, Paint
from builder.units import Length, Rect


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
    SIDE = "side"


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
