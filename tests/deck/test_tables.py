"""Tables of the layout engine as native tables."""

import pytest

from builder.deck.model import Anchor, Insets, ParagraphAlign, Stroke, ThemeColor
from builder.deck.tables import compile_table
from builder.layout.boxes import BoxKind
from builder.units import Length
from tests.deck.samples import context, lay_out, plain

CSS = """
table { width: 600px; border-spacing: 0; table-layout: fixed }
th, td { padding: 4px 10px; vertical-align: top }
"""


def table_of(rows, css="", **fields):
    root = lay_out(f"<table data-block=sections/0/content/1>{rows}</table>", CSS + css)
    box = next(box for box in root.walk() if box.kind is BoxKind.TABLE)
    return compile_table(box, context(), **{"name": "Table", "alt": "", "idx": None, **fields})


def cells(table):
    return {"".join(map(plain, cell.text.paragraphs)): cell for cell in table.cells}


def px(*values):
    return tuple(Length.from_px(value) for value in values)


def test_a_table_stands_where_layout_put_it():
    table = table_of(
        "<tr><td>a<td>b<tr><td>c<td>d", "table { margin: 50px 0 0 20px }", alt="Two by two", idx=5
    )
    assert (table.rect.x, table.rect.y) == px(20, 50)
    assert (table.rect.width, table.rect.height) == (sum(table.column_widths), sum(table.row_heights))
    assert table.column_widths == px(300, 300)
    assert table.row_heights == px(38, 38)
    assert (table.name, table.alt, table.block, table.idx) == (
        "Table",
        "Two by two",
        "sections/0/content/1",
        5,
    )


def test_columns_are_as_wide_as_laid_out():
    assert table_of("<col style='width: 25%'><tr><td>a<td>b").column_widths == px(150, 450)


GRIDS = {
    "a row header over two rows": (
        "<tr><td>a<td>b<tr><td rowspan=2>c<td>d<tr><td>e",
        {"a": (0, 0, 1, 1), "b": (0, 1, 1, 1), "c": (1, 0, 1, 2), "d": (1, 1, 1, 1), "e": (2, 1, 1, 1)},
    ),
    "a cell over two columns": (
        "<tr><td>a<td>b<td>c<tr><td>d<td colspan=2>e",
        {"a": (0, 0, 1, 1), "b": (0, 1, 1, 1), "c": (0, 2, 1, 1), "d": (1, 0, 1, 1), "e": (1, 1, 2, 1)},
    ),
    "a cell over both": (
        "<tr><td>a<td>b<td>c<tr><td colspan=2 rowspan=2>d<td>e<tr><td>f",
        {
            "a": (0, 0, 1, 1), "b": (0, 1, 1, 1), "c": (0, 2, 1, 1),
            "d": (1, 0, 2, 2), "e": (1, 2, 1, 1), "f": (2, 2, 1, 1),
        },
    ),
    "columns that no cell begins in": (
        "<tr><td colspan=2>a<td>b<tr><td colspan=2>c<td>d",
        {"a": (0, 0, 1, 1), "b": (0, 1, 1, 1), "c": (1, 0, 1, 1), "d": (1, 1, 1, 1)},
    ),
    "a row that no cell begins in": (
        "<tr><td>a<td>b<tr><td rowspan=2>c<td rowspan=2>d<tr><tr><td>e<td>f",
        {
            "a": (0, 0, 1, 1), "b": (0, 1, 1, 1), "c": (1, 0, 1, 1),
            "d": (1, 1, 1, 1), "e": (2, 0, 1, 1), "f": (2, 1, 1, 1),
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), GRIDS.values(), ids=GRIDS)
def test_cells_stand_in_a_grid(rows, expected):
    table = table_of(rows)
    found = {text: (cell.row, cell.column, cell.colspan, cell.rowspan) for text, cell in cells(table).items()}
    assert found == expected
    covered = [
        (cell.row + down, cell.column + across)
        for cell in table.cells
        for down in range(cell.rowspan)
        for across in range(cell.colspan)
    ]
    grid = [
        (row, column) for row in range(len(table.row_heights)) for column in range(len(table.column_widths))
    ]
    assert sorted(covered) == grid


def test_headers_are_flagged():
    head = "<thead><tr><th scope=col>a<th scope=col>b</thead>"
    table = table_of(f"{head}<tbody><tr><th scope=row>c<td>d</tbody>")
    assert (table.header_row, table.header_column) == (True, True)
    assert {text: cell.header for text, cell in cells(table).items()} == {
        "a": True,
        "b": True,
        "c": True,
        "d": False,
    }
    table = table_of(f"{head}<tbody><tr><td>c<td>d</tbody>")
    assert (table.header_row, table.header_column) == (True, False)


def test_cells_have_their_margins_and_the_spare_measure():
    """A column of 300 px with 10 px on both sides has a measure of 280, written 285.7 wide; 30 px of text need 1.5."""
    [cell] = table_of("<tr><td>a", "table { width: 300px }").cells
    left, top, right, bottom = px(10, 4, 10 - 280 * 0.02 / 0.98, 4 - 1.5)
    assert cell.text.insets == Insets(left, top, pytest.approx(right, abs=2), pytest.approx(bottom, abs=2))


@pytest.mark.parametrize(
    ("align", "left", "right"), [("left", 10.0, 4.29), ("right", 4.29, 10.0), ("center", 7.14, 7.14)]
)
def test_the_spare_measure_is_where_lines_end(align, left, right):
    [cell] = table_of(f"<tr><td style='text-align: {align}'>a", "table { width: 300px }").cells
    assert cell.text.paragraphs[0].style.align is {
        "left": ParagraphAlign.LEFT, "right": ParagraphAlign.RIGHT, "center": ParagraphAlign.CENTER,
    }[align]  # fmt: skip
    assert (cell.text.insets.left.px, cell.text.insets.right.px) == (
        pytest.approx(left, abs=0.01),
        pytest.approx(right, abs=0.01),
    )


def test_rows_grow_where_padding_has_no_spare_height():
    """Six lines of 30 px need 9 px below them; 4 are there."""
    table = table_of("<tr><td>a<br>b<br>c<br>d<br>e<br>f<td>g<tr><td>h<td>i")
    assert table.row_heights == px(180 + 8 + 5, 38)
    assert cells(table)["h"].text.text_height == px(30)[0]
    assert table.rect.height == sum(table.row_heights)


def test_rows_with_padding_do_not_grow():
    assert table_of("<tr><td>a<br>b<td>c").row_heights == px(68)


def test_the_last_row_of_a_high_cell_grows():
    lines = "<br>".join("abcdefghij")
    table = table_of(f"<tr><td rowspan=2>{lines}<td>k<tr><td>l")
    assert sum(table.row_heights) == px(300 + 4 + 15)[0]
    plain_table = table_of("<tr><td rowspan=2>a<br>b<td>k<tr><td>l")
    assert plain_table.row_heights == px(38, 38)


def test_cells_have_borders_fill_and_anchor():
    css = "td { border-bottom: 2px solid #0b324a; border-left: 1px dotted #c9d3da; background: #eef3f7 }"
    [cell] = table_of("<tr><td>a", css + "td { vertical-align: bottom }").cells
    assert cell.borders.bottom == Stroke(ThemeColor("dk2"), px(2)[0], "solid")
    assert cell.borders.left == Stroke(ThemeColor("accent4"), px(1)[0], "sysDot")
    assert (cell.borders.top, cell.borders.right) == (None, None)
    assert (cell.fill, cell.text.anchor) == (ThemeColor("lt2"), Anchor.BOTTOM)
    [cell] = table_of("<tr><td>a", "td { vertical-align: middle }").cells
    assert (cell.fill, cell.text.anchor) == (None, Anchor.MIDDLE)


def test_empty_cells_have_no_text():
    table = table_of("<tr><td>a<td>")
    assert [cell.text.paragraphs == () for cell in table.cells] == [False, True]


def test_empty_cells_have_the_paddings_of_the_others():
    """The engine moves what stands in a cell by its paddings; of nothing it would be the row's whole height."""
    first, empty = table_of("<tr><td>a<br>b<td>").cells
    assert (empty.text.insets.top, empty.text.insets.bottom) == (px(4)[0], px(4)[0])
    assert first.text.insets.top == px(4)[0]
