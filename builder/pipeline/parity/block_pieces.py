"""The texts of blocks, in reading order, and those inside the drawing of a chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from builder.model.block import (
    Block,
    Callout,
    Cards,
    Chart,
    ChartKind,
    Point,
    Points,
    Quote,
    Stats,
    Steps,
    Table,
    TextBlock,
    Timeline,
)
from builder.pipeline.parity.pieces import Piece, inline_pieces, prose_pieces, sentence_pieces
from builder.resolve.charts.titles import value_title

SCALED = {ChartKind.LINE, ChartKind.AREA, ChartKind.SCATTER, ChartKind.KAPLAN_MEIER, ChartKind.WATERFALL}
NAMED_BY_X = frozenset(ChartKind) - SCALED
"""Charts that print each value of x as a name; on the others x may be a scale, or too many to be named."""


def block_pieces(block: Block) -> Iterator[Piece]:
    """Yield the texts of a block's own value, in reading order."""
    match block:
        case TextBlock(prose=prose) | Callout(prose=prose):
            yield from prose_pieces(prose)
        case Quote(prose=prose, by=by):
            yield from (*prose_pieces(prose), *inline_pieces(by))
        case Points(points=points):
            yield from _points(points)
        case Table():
            yield from _table(block)
        case Chart(note=note):
            yield from sentence_pieces(note)
        case Steps() | Cards() | Stats() | Timeline():
            yield from _items(block)
        case _:
            return


def _items(block: Steps | Cards | Stats | Timeline) -> Iterator[Piece]:
    match block:
        case Steps(items=items) | Cards(items=items):
            for group, item in enumerate(items, 1):
                yield from _grouped(group, inline_pieces(item.title), inline_pieces(item.text))
        case Stats(items=stats):
            for group, stat in enumerate(stats, 1):
                yield from _grouped(group, inline_pieces(stat.value), inline_pieces(stat.label))
        case Timeline(events=events):
            for group, event in enumerate(events, 1):
                texts = inline_pieces(event.title), inline_pieces(event.text)
                yield from _grouped(group, (Piece((event.date,)),), *texts)


def _grouped(group: int, *texts: Iterable[Piece]) -> Iterator[Piece]:
    for piece in chain.from_iterable(texts):
        yield replace(piece, group=group)


def _points(points: tuple[Point, ...]) -> Iterator[Piece]:
    for point in points:
        yield from inline_pieces(point.content)
        yield from _points(point.points)


def _table(block: Table) -> Iterator[Piece]:
    header = [column.title for column in block.columns]
    for group, row in enumerate([header, *([cell.content for cell in row.cells] for row in block.rows)], 1):
        yield from _grouped(group, *map(inline_pieces, row))


def chart_pieces(block: Chart) -> Iterator[Piece]:
    """Yield the texts in the drawing of a chart: names, and the title of the values."""
    columns = [block.x] if block.kind in NAMED_BY_X else []
    columns += [name for name in (block.series, block.text) if name]
    names = [datum.text for name in columns for datum in block.column(name).values]
    if not block.series and len(block.y) > 1:
        names += block.y
    names += block.sides
    yield from (Piece((name,)) for name in dict.fromkeys(names) if name)
    if title := value_title(block):
        yield Piece((title,))
