"""A table's grid: which cell covers each place, and the line on each edge."""

from __future__ import annotations

from builder.deck.model import CellBorders, Stroke, TableCell, TableShape


class TableGrid:
    """Every place of a table.

    An edge belongs to both of its neighbours: a line that either of them has is written for both, since programs
    differ in whose they draw. The last cell that names a line wins.
    """

    def __init__(self, table: TableShape) -> None:
        self._cells: dict[tuple[int, int], TableCell] = {}
        self._upright: dict[tuple[int, int], Stroke] = {}
        self._level: dict[tuple[int, int], Stroke] = {}
        for cell in table.cells:
            self._place(cell)

    def find_cell(self, row: int, column: int) -> TableCell | None:
        """Return the cell that covers a place."""
        return self._cells.get((row, column))

    def borders(self, row: int, column: int) -> CellBorders:
        """Return the lines around a place; all places of a merged cell have those of the whole."""
        cell = self._cells.get((row, column))
        first_row, first_column = (cell.row, cell.column) if cell else (row, column)
        height, width = (cell.rowspan, cell.colspan) if cell else (1, 1)
        return CellBorders(
            left=self._upright.get((row, first_column)),
            top=self._level.get((first_row, column)),
            right=self._upright.get((row, first_column + width)),
            bottom=self._level.get((first_row + height, column)),
        )

    def _place(self, cell: TableCell) -> None:
        rows = range(cell.row, cell.row + cell.rowspan)
        columns = range(cell.column, cell.column + cell.colspan)
        self._cells |= {(row, column): cell for row in rows for column in columns}
        if left := cell.borders.left:
            self._upright |= {(row, columns.start): left for row in rows}
        if right := cell.borders.right:
            self._upright |= {(row, columns.stop): right for row in rows}
        if top := cell.borders.top:
            self._level |= {(rows.start, column): top for column in columns}
        if bottom := cell.borders.bottom:
            self._level |= {(rows.stop, column): bottom for column in columns}
