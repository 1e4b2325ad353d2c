"""Laid-out tables to table shapes: column widths, row heights, cells with their margins and borders."""

from __future__ import annotations

from builder.deck.fit import SPARE_HEIGHT, heighten, widen
from builder.deck.look import color_of, stroke_of
from builder.deck.model import Anchor, CellBorders, Insets, ParagraphAlign, TableCell, TableShape, TextFrame
from builder.deck.text import TextContext, read_text
from builder.layout.boxes import Box, BoxKind
from builder.units import Length, Rect

_ANCHORS = {"middle": Anchor.MIDDLE, "bottom": Anchor.BOTTOM}


def compile_table(table: Box, context: TextContext, *, name: str, alt: str, idx: int | None) -> TableShape:
    """Return the native table for a table box, at the places that layout gave it."""
    rows = [box for box in table.walk() if box.kind is BoxKind.ROW and box.boxes]
    lefts = sorted({cell.rect.x for row in rows for cell in row.boxes})
    tops = [min(cell.rect.y for cell in row.boxes) for row in rows]
    cells = tuple(_compile_cell(cell, lefts, tops, context) for row in rows for cell in row.boxes)
    rights = [*lefts[1:], max(cell.rect.right for row in rows for cell in row.boxes)]
    widths = tuple(Length(right - left) for left, right in zip(lefts, rights, strict=True))
    bottom = max(cell.rect.bottom for row in rows for cell in row.boxes)
    laid_out = [Length(low - high) for high, low in zip(tops, [*tops[1:], bottom], strict=True)]
    heights = _with_spare_height(laid_out, cells)
    return TableShape(
        name=name,
        rect=Rect(lefts[0], tops[0], Length(sum(widths)), Length(sum(heights))),
        alt=alt,
        block=table.attributes.get("data-block", ""),
        column_widths=widths,
        row_heights=heights,
        cells=cells,
        header_row=any(cell.tag == "th" and cell.attributes.get("scope") == "col" for cell in rows[0].boxes),
        header_column=any(cell.attributes.get("scope") == "row" for row in rows for cell in row.boxes),
        idx=idx,
    )


def _with_spare_height(heights: list[Length], cells: tuple[TableCell, ...]) -> tuple[Length, ...]:
    """Return the heights of rows, higher where the padding of a cell is less than the spare height of its text."""
    grown = list(heights)
    for cell in sorted(cells, key=lambda cell: cell.rowspan):
        insets, last = cell.text.insets, cell.row + cell.rowspan - 1
        need = insets.top + round(cell.text.text_height * (1 + SPARE_HEIGHT)) + insets.bottom
        grown[last] = Length(grown[last] + max(0, need - sum(grown[cell.row : last + 1])))
    return tuple(grown)


def _compile_cell(cell: Box, lefts: list[Length], tops: list[Length], context: TextContext) -> TableCell:
    """Return a cell in the grid of columns and rows that cells begin in; others have no width or height."""
    text = read_text(cell, context)
    padding = cell.style.padding
    insets = Insets(padding.left, padding.top, padding.right, padding.bottom)
    align = text.paragraphs[0].style.align if text else None
    frame = widen(cell.rect, insets, align or ParagraphAlign.LEFT, may_grow=False)
    height = Length(text.bottom - text.top) if text else Length(0)
    frame = heighten(frame, height, may_grow=False)
    return TableCell(
        row=tops.index(cell.rect.y),
        column=lefts.index(cell.rect.x),
        text=TextFrame(
            text.paragraphs if text else (),
            frame.insets,
            _ANCHORS.get(cell.style.vertical_align, Anchor.TOP),
            height,
        ),
        colspan=sum(cell.rect.x <= left < cell.rect.right for left in lefts),
        rowspan=sum(cell.rect.y <= top < cell.rect.bottom for top in tops),
        fill=color_of(cell.style.background, context.theme) if cell.style.background else None,
        borders=_borders(cell, context),
        header=cell.tag == "th",
    )


def _borders(cell: Box, context: TextContext) -> CellBorders:
    style = cell.style
    edges = (style.border_left, style.border_top, style.border_right, style.border_bottom)
    return CellBorders(*(stroke_of(edge, context.theme) if edge else None for edge in edges))
