"""Tables: columns and rows written in the content file, or taken from a CSV file."""

from __future__ import annotations

from collections.abc import Sequence as AbstractSequence

from builder.content.nodes import Scalar, Sequence
from builder.content.read_data import DataFile, read_data
from builder.content.reading import Reading, read_line
from builder.content.schema.parts import ColumnShape, TableShape
from builder.diagnostics import Span
from builder.diagnostics.suggest import suggest
from builder.limits import MOST_TABLE_CELLS
from builder.model.block import Align, Cell, Column, Row


def read_table(
    shape: TableShape, kind: Scalar, reading: Reading
) -> tuple[tuple[Column, ...], tuple[Row, ...]] | None:
    """Return the columns and rows of a table; None if it has none (B221) or its file cannot be had.

    Rows of the wrong length (B220) are kept.
    """
    _check_widths(shape, reading)
    found = (
        _read_from_file(shape, shape.data, reading)
        if shape.data is not None
        else _read_in_place(shape, kind, reading)
    )
    if found and len(found[0]) * len(found[1]) > MOST_TABLE_CELLS:
        message = (
            f"the table has {len(found[1]):,} rows of {len(found[0])} cells: more than {MOST_TABLE_CELLS:,}"
        )
        reading.diagnostics.error("B509", message, kind.span, help="show the rows that matter")
        return None
    return found


def _read_in_place(
    shape: TableShape, kind: Scalar, reading: Reading
) -> tuple[tuple[Column, ...], tuple[Row, ...]] | None:
    if shape.columns is None or shape.rows is None:
        missing = [key for key in ("columns", "rows") if getattr(shape, key) is None]
        reading.diagnostics.error(
            "B221",
            f"table without {' and '.join(missing)}",
            kind.span,
            help="give it 'columns' and 'rows', or 'data' with the path of a CSV file",
        )
        return None
    for column in shape.columns:
        if column.column is not None:
            reading.diagnostics.error(
                "B221",
                f"'column: {column.column.value}' names a column of a CSV file, and the table has none",
                column.column.span,
                help="remove it, or give the table 'data' instead of 'rows'",
            )
    rows = _read_rows(shape, reading)
    _check_geometry(rows, len(shape.columns), reading)
    return tuple(_read_column(column, reading) for column in shape.columns), rows


def _read_rows(shape: TableShape, reading: Reading) -> tuple[Row, ...]:
    written = shape.value_of("rows")
    assert isinstance(written, Sequence)
    return tuple(
        Row(
            tuple(
                Cell(reading.inlines(cell.text), cell.node.span, cell.colspan or 1, cell.rowspan or 1)
                for cell in row
            ),
            node.span,
        )
        for row, node in zip(shape.rows or (), written.items, strict=True)
    )


def _read_column(shape: ColumnShape, reading: Reading) -> Column:
    return Column(reading.inlines(shape.title), shape.align or Align.LEFT, shape.width)


def _check_widths(shape: TableShape, reading: Reading) -> None:
    total = sum(column.width or 0 for column in shape.columns or ())
    if total > 1.0001:
        reading.diagnostics.error(
            "B226",
            f"the widths of the columns come to {total * 100:.0f} %",
            shape.key_of("columns").span,
            help="make them 100 % or less; columns without a width share what is left",
        )


def _check_geometry(rows: AbstractSequence[Row], columns: int, reading: Reading) -> None:
    """Report each row whose cells, with those that reach down from above, do not fill the columns (B220)."""
    reaching = [0] * columns
    for number, row in enumerate(rows, 1):
        free = [index for index in range(columns) if reaching[index] == 0]
        filled = sum(cell.colspan for cell in row.cells)
        reaching = [max(0, left - 1) for left in reaching]
        if filled != len(free):
            _report_row(row, number, filled, len(free), reading)
            reaching = [0] * columns
            continue
        places = iter(free)
        for cell in row.cells:
            for _ in range(cell.colspan):
                reaching[next(places)] = cell.rowspan - 1
            if cell.rowspan > len(rows) - number + 1:
                reading.diagnostics.error(
                    "B220", f"the cell spans {cell.rowspan} rows, and the table ends before", cell.span,
                    help=f"write a rowspan of {len(rows) - number + 1} or less",
                )  # fmt: skip


def _report_row(row: Row, number: int, filled: int, expected: int, reading: Reading) -> None:
    lacking = expected - filled
    cells = f"{abs(lacking)} cell" + "s" * (abs(lacking) != 1)
    spanning = (
        " columns wide" if any(cell.colspan > 1 for cell in row.cells) else f" cell{'s' * (filled != 1)}"
    )
    help_line = (
        f"add {cells}: '' is an empty one" if lacking > 0
        else f"remove {cells}, or put a cell that holds a comma in quotes"
    )  # fmt: skip
    reading.diagnostics.error(
        "B220",
        f"row {number} {'is' if 'wide' in spanning else 'has'} {filled}{spanning}, expected {expected}",
        row.span,
        help=help_line,
    )


def _read_from_file(
    shape: TableShape, written: Scalar, reading: Reading
) -> tuple[tuple[Column, ...], tuple[Row, ...]] | None:
    if shape.rows is not None:
        reading.diagnostics.error(
            "B221",
            "table with both 'rows' and 'data'",
            shape.key_of("rows").span,
            help="remove one of the two",
        )
    data = read_data(written, reading)
    if data is None:
        return None
    chosen = list(range(len(data.names)))
    columns = tuple(Column(reading.inlines(name)) for name in data.header)
    if shape.columns is not None:
        chosen = [
            index for index in (_find_index(column, data, reading) for column in shape.columns) if index >= 0
        ]
        columns = tuple(_read_column(column, reading) for column in shape.columns)
        if len(chosen) < len(columns):
            return None
    rows = tuple(
        Row(tuple(Cell(reading.inlines(row[index]), row[index].span) for index in chosen), _span_of(row))
        for row in data.rows
    )
    return columns, rows


def _find_index(column: ColumnShape, data: DataFile, reading: Reading) -> int:
    """Return which column of the file is meant, or -1 if it has no such column (B222)."""
    written = column.column or column.title
    name = read_line(written)
    if name in data.names:
        return data.names.index(name)
    reading.diagnostics.error(
        "B222",
        f"the file has no column '{name}'",
        written.span,
        help=suggest(name, data.names, "its columns are " + ", ".join(data.names)),
    )
    return -1


def _span_of(row: AbstractSequence[Scalar]) -> Span:
    return Span(row[0].span.path, row[0].span.start, row[-1].span.end)
