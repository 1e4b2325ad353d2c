"""How charts and their marks look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


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
        family: as SVG names it, with what stands in for it after commas. office: as a deck's theme names it.
        files: its font files, absolute.
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
    PLUS = "plus"


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
