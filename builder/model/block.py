"""Blocks: the building stones of a section (DESIGN, section 3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from builder.diagnostics import Span
from builder.model.inline import CitedItem, Inlines
from builder.model.prose import Prose


class Output(Enum):
    """The two panels."""

    REPORT = "report"
    DECK = "deck"


@dataclass(frozen=True, slots=True)
class Label:
    """A block's number, one for both outputs: `word` is "Figure", "Table" or "Section"."""

    word: str
    number: str

    def __str__(self) -> str:
        return f"{self.word} {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What every block has.

    Attributes:
        path: its place in the content file, such as `sections/2/content/0`: unique and stable within a build.
        span: its kind's key in the content file.
        id: the author's id, or the path with `-` for `/`: unique; both outputs use it as an anchor.
        only: the one output that shows it, or None for both.
        width: share of the measure, 0 < width <= 1.
        continues: whether it may run on to a further slide.
        label: filled by resolving, for figures, charts and tables that are numbered.
    """

    path: str
    span: Span
    id: str
    title: Inlines = ()
    caption: Inlines = ()
    source: tuple[CitedItem, ...] = ()
    alt: str = ""
    notes: Prose = ()
    only: Output | None = None
    layout: str | None = None
    width: float | None = None
    continues: bool = True
    label: Label | None = None

    def shown_in(self, output: Output) -> bool:
        """Return whether `output` shows this block's content on a page or slide face, or in notes."""
        return self.only is None or self.only is output


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock(Block):
    """Prose for the report; speaker notes in the deck."""

    prose: Prose


@dataclass(frozen=True, slots=True)
class Point:
    """A list item and the list below it."""

    content: Inlines
    points: tuple[Point, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Points(Block):
    """A bulleted list."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A titled text: a step or a card."""

    title: Inlines
    text: Inlines
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Block):
    """A process; `start` is the number of its first step, beyond 1 where a slide continues another."""

    items: tuple[Item, ...]
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards(Block):
    """Things side by side."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Stat:
    """One figure with what it counts."""

    value: Inlines
    label: Inlines
    source: tuple[CitedItem, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats(Block):
    """Figures in a strip or as tiles."""

    items: tuple[Stat, ...]


class Align(Enum):
    """How a table column stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; `width` is its share of the table, or None."""

    title: Inlines
    align: Align = Align.LEFT
    width: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell."""

    content: Inlines
    span: Span
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A table row."""

    cells: tuple[Cell, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """A table with one header row.

    Attributes:
        row_headers: whether the first column is made of headers too.
        landscape: whether it has pages of its own in the report, in landscape.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    row_headers: bool = True
    landscape: bool = False


class Scale(Enum):
    """How an axis of values runs: in equal differences, or in equal ratios."""

    LINEAR = "linear"
    LOG = "log"


class ChartKind(Enum):
    """The chart types of DESIGN, section 3."""

    BAR = "bar"
    STACKED_BAR = "stacked-bar"
    GROUPED_BAR = "grouped-bar"
    HORIZONTAL_BAR = "horizontal-bar"
    LINE = "line"
    SCATTER = "scatter"
    PIE = "pie"
    DOUGHNUT = "doughnut"
    AREA = "area"
    FOREST = "forest"
    KAPLAN_MEIER = "kaplan-meier"
    WATERFALL = "waterfall"
    SWIMMER = "swimmer"


@dataclass(frozen=True, slots=True)
class Datum:
    """One value as written, and as a number where it is one."""

    text: str
    number: float | None
    span: Span


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A named column of data."""

    name: str
    values: tuple[Datum, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Block):
    """Data and how to show them; the names are columns of `data` and exist there.

    Attributes:
        x: categories, x values, or a forest's row labels.
        y: one column or more, all numbers.
        series: splits the rows into series, or a forest's groups.
        error: columns with the lower and upper bound of each value's interval, in the unit of y.
        n: sample sizes. text: what is printed at each mark instead of the value.
        censored, at_risk: of survival curves, how many are censored at a time, and how many at risk just before it.
        range: of the value axis. highlight: values of x drawn in the accent colour.
        events: of a swimmer, columns with the time of each event. ongoing: its column that says who is under way.
        thresholds: values of a waterfall that are drawn as lines.
        scale: of a forest's axis. no_effect: value at which a forest has a line, None without one.
        sides: what values left and right of that line speak for; empty where it is not said.
        note: a caveat that stays with the chart.
    """

    kind: ChartKind
    data: tuple[DataColumn, ...]
    x: str
    y: tuple[str, ...]
    series: str | None = None
    error: tuple[str, str] | None = None
    n: str | None = None
    text: str | None = None
    censored: str | None = None
    at_risk: str | None = None
    unit: str = ""
    x_title: str = ""
    y_title: str = ""
    range: tuple[float, float] | None = None
    highlight: tuple[str, ...] = ()
    thresholds: tuple[float, ...] = ()
    scale: Scale = Scale.LINEAR
    no_effect: float | None = None
    sides: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    ongoing: str | None = None
    note: Inlines = ()

    def column(self, name: str) -> DataColumn:
        """Return the column called `name`, which exists."""
        return next(column for column in self.data if column.name == name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Block):
    """A picture; `file` is relative to the content file."""

    file: str
    file_span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event; `date` is shown as written."""

    date: str
    title: Inlines
    text: Inlines
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Block):
    """Events in order."""

    events: tuple[Event, ...]


class CalloutKind(Enum):
    """What a callout is for."""

    NOTE = "note"
    CAUTION = "caution"
    KEY = "key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Block):
    """A boxed remark; its heading is `title`."""

    kind: CalloutKind
    prose: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Block):
    """A quotation and who said it."""

    prose: Prose
    by: Inlines = ()


@dataclass(frozen=True, slots=True)
class ColumnPart:
    """One column of a `columns` block; `width` is its share, or None for an equal one."""

    content: tuple[Block, ...]
    width: float | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Block):
    """Blocks side by side."""

    parts: tuple[ColumnPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideBlock(Block):
    """One slide designed by hand; deck only. `title`, `layout` and `notes` are the common ones."""

    content: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak(Block):
    """The report goes on on a new page."""
