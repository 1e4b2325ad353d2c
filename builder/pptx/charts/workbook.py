"""The workbook that a chart embeds, so that its data can be edited in the presentation program."""

from __future__ import annotations

import io
from datetime import datetime

from builder.pptx.charts.sheet import HEADER_ROWS, SHEET, Formula, Sheet, SheetColumn

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - XlsxWriter writes it as UTC
"""A workbook is made anew in each build; a date of its own would make equal builds differ."""

LEAST_WIDTH, MOST_WIDTH = 8, 44
"""Of a column, in characters."""


def write_workbook(sheet: Sheet) -> bytes:
    """Return `sheet` as an .xlsx file; equal sheets give equal bytes."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    with Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"created": CREATED})
        page = book.add_worksheet(SHEET)
        bold, grey = book.add_format({"bold": True}), book.add_format({"font_color": "#808080"})
        for column in sheet.columns:
            page.set_column(column.index, column.index, _width(column))
            page.write_string(0, column.index, column.title, grey if column.helper else bold)
            for row, cell in enumerate(column.cells, HEADER_ROWS):
                style = grey if column.helper else None
                match cell:
                    case Formula():
                        page.write_formula(row, column.index, f"={cell.expression}", style, cell.value)
                    case str():
                        page.write_string(row, column.index, cell, style)
                    case int() | float():
                        page.write_number(row, column.index, cell, style)
        page.freeze_panes(HEADER_ROWS, 0)
    return buffer.getvalue()


def _width(column: SheetColumn) -> int:
    longest = max((len(str(cell)) for cell in column.cells if isinstance(cell, str)), default=0)
    return min(MOST_WIDTH, max(LEAST_WIDTH, longest, len(column.title)) + 1)
