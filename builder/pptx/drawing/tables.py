"""Native tables: grid, merged cells, margins, fills and lines."""

from __future__ import annotations

from dataclasses import replace

from builder.deck.model import Anchor, CellBorders, Insets, Paragraph, Run, TableCell, TableShape, TextFrame
from builder.pptx.canvas import Canvas
from builder.pptx.colors import line, solid_fill
from builder.pptx.drawing.frame import inheriting_body
from builder.pptx.drawing.graphic_frame import graphic_frame
from builder.pptx.drawing.sheet import Sheet
from builder.pptx.drawing.styles import all_levels, merge_run
from builder.pptx.drawing.table_grid import TableGrid
from builder.pptx.xml import Value, Xml, join, tag

NEUTRAL_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The built-in style "No Style, No Grid"; what the theme draws is written cell by cell."""

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_PLAIN = all_levels(())


def table(shape: TableShape, sheet: Sheet) -> Xml:
    """Return a native table."""
    properties = tag(
        "a:tblPr",
        tag("a:tableStyleId", Xml(NEUTRAL_STYLE)),
        firstRow=shape.header_row or None,
        firstCol=shape.header_column or None,
    )
    columns = tag("a:tblGrid", *(tag("a:gridCol", w=width) for width in shape.column_widths))
    grid, blank = TableGrid(shape), _blank_frame(shape)
    rows = (_row(shape, row, grid, blank, sheet.canvas) for row in range(len(shape.row_heights)))
    return graphic_frame(shape, tag("a:tbl", properties, columns, join(rows)), _URI, sheet)


def _row(shape: TableShape, row: int, grid: TableGrid, blank: TextFrame, canvas: Canvas) -> Xml:
    places = range(len(shape.column_widths))
    cells = join(_place(row, column, grid, blank, canvas) for column in places)
    return tag("a:tr", cells, h=shape.row_heights[row])


def _place(row: int, column: int, grid: TableGrid, blank: TextFrame, canvas: Canvas) -> Xml:
    cell = grid.find_cell(row, column)
    starts = cell is not None and (cell.row, cell.column) == (row, column)
    frame = cell.text if cell and starts and cell.text.paragraphs else blank
    insets, anchor = (cell.text.insets, cell.text.anchor) if cell else (Insets(), Anchor.TOP)
    return tag(
        "a:tc",
        inheriting_body("a:txBody", frame.paragraphs, _PLAIN, canvas),
        tag(
            "a:tcPr",
            _lines(grid.borders(row, column)),
            solid_fill(cell.fill) if cell and cell.fill else tag("a:noFill"),
            marL=insets.left,
            marR=insets.right,
            marT=insets.top,
            marB=insets.bottom,
            anchor=None if anchor is Anchor.TOP else anchor.value,
        ),
        **_spans(cell, row, column),
    )


def _spans(cell: TableCell | None, row: int, column: int) -> dict[str, Value]:
    """Return how a place takes part in a merged cell: its first row and column name the extent, the others merge."""
    if cell is None:
        return {}
    first_row, first_column = cell.row == row, cell.column == column
    return {
        "rowSpan": cell.rowspan if first_row and cell.rowspan > 1 else None,
        "gridSpan": cell.colspan if first_column and cell.colspan > 1 else None,
        "hMerge": None if first_column else True,
        "vMerge": None if first_row else True,
    }


def _lines(borders: CellBorders) -> Xml:
    return join(
        (
            line("a:lnL", borders.left),
            line("a:lnR", borders.right),
            line("a:lnT", borders.top),
            line("a:lnB", borders.bottom),
        )
    )


def _blank_frame(shape: TableShape) -> TextFrame:
    """Return an empty text in the size of the table's, since one in the default size can make its row higher."""
    paragraphs = (node for cell in shape.cells for node in cell.text.paragraphs)
    first = next((node for node in paragraphs if node.runs), Paragraph(()))
    run = next((node for node in first.runs if isinstance(node, Run)), Run(""))
    style = replace(first.style, run=merge_run(run.style, first.style.run))
    return TextFrame((Paragraph((), style=style),))
