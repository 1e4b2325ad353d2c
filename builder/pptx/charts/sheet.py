"""The data behind a chart as columns of a sheet, and references to them with their cached values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from builder.pptx.xml import Xml, join, tag, text

SHEET = "Sheet1"
HEADER_ROWS = 1


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, and the value that it has with the sheet's data."""

    expression: str
    value: float


Cell: TypeAlias = str | float | Formula | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column; `helper` ones serve the drawing and are set apart from the data."""

    index: int
    title: str
    cells: tuple[Cell, ...]
    helper: bool = False

    @property
    def header_reference(self) -> Xml:
        """The reference to the title."""
        return _strings(f"{SHEET}!${letters(self.index)}${HEADER_ROWS}", (self.title,))

    def cell_name(self, row: int) -> str:
        """Return the name of the cell of a row, counted from 0 below the header."""
        return f"{letters(self.index)}{row + HEADER_ROWS + 1}"

    def texts(self, first: int = 0, count: int | None = None) -> Xml:
        """Return the reference to the cells from `first` on, as text."""
        cells = self._part(first, count)
        return _strings(self._address(first, len(cells)), tuple(_as_text(cell) for cell in cells))

    def numbers(self, first: int = 0, count: int | None = None) -> Xml:
        """Return the reference to the cells from `first` on, as numbers; empty ones are gaps."""
        cells = self._part(first, count)
        points = join(
            tag("c:pt", tag("c:v", text(write_number(number))), idx=index)
            for index, number in enumerate(map(_as_number, cells))
            if number is not None
        )
        cache = tag(
            "c:numCache",
            tag("c:formatCode", text("General")),
            tag("c:ptCount", val=len(cells)),
            points,
        )
        return tag("c:numRef", tag("c:f", text(self._address(first, len(cells)))), cache)

    def _part(self, first: int, count: int | None) -> tuple[Cell, ...]:
        return self.cells[first : None if count is None else first + count]

    def _address(self, first: int, count: int) -> str:
        column, row = letters(self.index), first + HEADER_ROWS + 1
        start = f"{SHEET}!${column}${row}"
        return start if count <= 1 else f"{start}:${column}${row + count - 1}"


@dataclass(slots=True)
class Sheet:
    """Columns in order, filled one by one."""

    columns: list[SheetColumn] = field(default_factory=list)

    def add(self, title: str, cells: tuple[Cell, ...], *, helper: bool = False) -> SheetColumn:
        """Add a column at the right."""
        column = SheetColumn(len(self.columns), title, cells, helper)
        self.columns.append(column)
        return column


def letters(index: int) -> str:
    """Return the name of a column, counted from 0: A to Z, then AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def write_number(value: float) -> str:
    """Return a number with up to 15 digits, the precision of spreadsheets."""
    return f"{value:.15g}"


def _as_number(cell: Cell) -> float | None:
    if isinstance(cell, Formula):
        return cell.value
    return cell if isinstance(cell, int | float) else None


def _as_text(cell: Cell) -> str:
    number = _as_number(cell)
    return write_number(number) if number is not None else str(cell or "")


def _strings(address: str, values: tuple[str, ...]) -> Xml:
    points = join(tag("c:pt", tag("c:v", text(value)), idx=index) for index, value in enumerate(values))
    cache = tag("c:strCache", tag("c:ptCount", val=len(values)), points)
    return tag("c:strRef", tag("c:f", text(address)), cache)
