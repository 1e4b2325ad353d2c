"""Tables for the report's templates: which cells are headers, and where decimal points meet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from builder.model.block import Align, Cell, Column, Table
from builder.model.inline import plain_text

WIDE_COLUMNS = 5
LONG_ROW = 70
"""From this number of columns, or of characters in a row on average, a table takes the side column too."""

_NUMBER = re.compile(r"[<>≤≥~≈]?\s*[-−+]?\d[\d,\s]*(\.\d+)?")


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell at its place.

    Attributes:
        column: the first that it covers. header: it heads its row.
        after_point_ch: room after it, in widths of a figure, so that decimal points stand below each other.
    """

    cell: Cell
    column: Column
    header: bool
    after_point_ch: float


def is_wide(table: Table) -> bool:
    """Return whether a table needs the full width of the page."""
    characters = sum(len(plain_text(cell.content)) for row in table.rows for cell in row.cells)
    long_rows = characters >= LONG_ROW * len(table.rows)
    return table.width is None and (len(table.columns) >= WIDE_COLUMNS or long_rows)


def place_cells(table: Table) -> tuple[tuple[PlacedCell, ...], ...]:
    """Return the rows of a table, each cell with the column that it starts in."""
    places = list(_places(table))
    longest = _longest_fractions(table, places)
    return tuple(
        tuple(
            PlacedCell(
                cell=cell,
                column=table.columns[index],
                header=table.row_headers and index == 0,
                after_point_ch=_missing_fraction(cell, longest.get(index)),
            )
            for index, cell in row
        )
        for row in places
    )


def _places(table: Table) -> list[list[tuple[int, Cell]]]:
    """Return each row's cells with their column, past the columns that cells from above reach into."""
    taken: dict[int, int] = {}
    rows: list[list[tuple[int, Cell]]] = []
    for row in table.rows:
        index = 0
        placed: list[tuple[int, Cell]] = []
        occupied = {column for column, left in taken.items() if left > 0}
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
        for cell in row.cells:
            while index in occupied:
                index += 1
            placed.append((min(index, len(table.columns) - 1), cell))
            if cell.rowspan > 1:
                taken.update(dict.fromkeys(range(index, index + cell.colspan), cell.rowspan - 1))
            index += cell.colspan
        rows.append(placed)
    return rows


def _fraction(cell: Cell) -> int | None:
    """Return how many characters stand from the decimal point on; None if the cell is no number."""
    match = _NUMBER.match(plain_text(cell.content).strip())
    return None if match is None else len(match[1] or "")


def _longest_fractions(table: Table, rows: list[list[tuple[int, Cell]]]) -> Mapping[int, int]:
    longest: dict[int, int] = {}
    for row in rows:
        for index, cell in row:
            if table.columns[index].align is Align.DECIMAL:
                longest[index] = max(longest.get(index, 0), _fraction(cell) or 0)
    return longest


def _missing_fraction(cell: Cell, longest: int | None) -> float:
    """Return the width of the figures, and of the point at half a figure, that this number lacks."""
    fraction = _fraction(cell)
    if longest is None or fraction is None or longest == fraction:
        return 0
    return longest - fraction - (0.5 if fraction == 0 else 0)
