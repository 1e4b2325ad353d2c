from builder.deck.model import CellBorders, Stroke, TableCell, TableShape, TextFrame, ThemeColor
from builder.pptx.drawing.table_grid import TableGrid
from builder.units import Length, Rect

LINE = Stroke(ThemeColor("dk1"), Length(12_700))
NO_TEXT = TextFrame(())


def grid(*cells: TableCell) -> TableGrid:
    nowhere = Rect(Length(0), Length(0), Length(0), Length(0))
    return TableGrid(TableShape(name="T", rect=nowhere, column_widths=(), row_heights=(), cells=cells))


def test_neighbours_share_the_line_between_them() -> None:
    under = TableCell(0, 0, NO_TEXT, borders=CellBorders(bottom=LINE, right=LINE))
    found = grid(under, TableCell(1, 0, NO_TEXT), TableCell(0, 1, NO_TEXT))
    assert found.borders(1, 0).top == LINE
    assert found.borders(0, 1).left == LINE
    assert found.borders(1, 0).bottom is None


def test_all_places_of_a_merged_cell_have_its_outline() -> None:
    merged = TableCell(0, 0, NO_TEXT, colspan=2, rowspan=2, borders=CellBorders(LINE, LINE, LINE, LINE))
    found = grid(merged)
    places = [(row, column) for row in range(2) for column in range(2)]
    assert {found.borders(*place) for place in places} == {CellBorders(LINE, LINE, LINE, LINE)}
    assert {found.find_cell(*place) for place in places} == {merged}


def test_a_place_that_no_cell_covers_is_empty() -> None:
    assert grid().find_cell(0, 0) is None
    assert grid().borders(0, 0) == CellBorders()
