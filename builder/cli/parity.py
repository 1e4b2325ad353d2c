"""The table of `diptych check --parity`: where each block stands in both outputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.compose.words import join_numbers
from builder.model.block import Output
from builder.pipeline.block_map import MappedBlock

HEADER = ("line", "block", "name", "pages", "slides")
LONGEST_NAME = 44
REPORT_ONLY, DECK_ONLY = "report only", "deck only"


def list_blocks(blocks: Iterable[MappedBlock]) -> Iterator[str]:
    """Yield the lines of the table."""
    rows = [HEADER, *map(_row, blocks)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADER))]
    for line, *cells in rows:
        padded = (cell.ljust(width) for cell, width in zip(cells, widths[1:], strict=True))
        yield "  ".join((line.rjust(widths[0]), *padded)).rstrip()


def _row(block: MappedBlock) -> tuple[str, str, str, str, str]:
    name = block.name if len(block.name) <= LONGEST_NAME else block.name[: LONGEST_NAME - 1].rstrip() + "…"
    slides = join_numbers(block.slides) or "–"
    return (
        str(block.line),
        block.kind,
        name,
        (join_numbers(block.pages) or "–") if Output.REPORT in block.outputs else DECK_ONLY,
        REPORT_ONLY
        if Output.DECK not in block.outputs
        else f"{slides} (notes)"
        if block.in_notes
        else slides,
    )
