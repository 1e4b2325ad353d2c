"""Split what a slide shows between list items, table rows or blocks."""

from __future__ import annotations

import itertools
from dataclasses import replace

from builder.compose.plan import ReferenceList, SlidePlan
from builder.model.block import Block, Cards, Points, Stats, Steps, Table, Timeline

Blocks = tuple[Block, ...]


def units_of(block: Block) -> int:
    """Return how many pieces a block can be split into."""
    match block:
        case Points():
            return len(block.points)
        case Table():
            return len(block.rows)
        case Steps() | Cards() | Stats():
            return len(block.items)
        case Timeline():
            return len(block.events)
        case ReferenceList():
            return len(block.entries)
        case _:
            return 1


def take(block: Block, start: int, stop: int) -> Block:
    """Return the pieces `start` up to `stop` of a block as a block of its kind."""
    match block:
        case Points():
            return replace(block, points=block.points[start:stop])
        case Table():
            return replace(block, rows=block.rows[start:stop])
        case Steps():
            return replace(block, items=block.items[start:stop], start=block.start + start)
        case Cards():
            return replace(block, items=block.items[start:stop])
        case Stats():
            return replace(block, items=block.items[start:stop])
        case Timeline():
            return replace(block, events=block.events[start:stop])
        case ReferenceList():
            return replace(block, entries=block.entries[start:stop])
        case _:
            return block


def may_cut(block: Block, index: int) -> bool:
    """Return whether a block may be split before piece `index`: not inside cells that span rows."""
    if not block.continues and index > 0:
        return False
    if not isinstance(block, Table):
        return True
    return not any(
        row + cell.rowspan > index
        for row in range(index)
        for cell in block.rows[row].cells
        if cell.rowspan > 1
    )


def split_blocks(blocks: Blocks, path: str, index: int) -> tuple[Blocks, Blocks]:
    """Return what stands before piece `index` of the block with `path`, and what stands from there on."""
    at = next(number for number, block in enumerate(blocks) if block.path == path)
    block = blocks[at]
    if index == 0:
        return blocks[:at], blocks[at:]
    head, tail = take(block, 0, index), take(block, index, units_of(block))
    return (*blocks[:at], head), (tail, *blocks[at + 1 :])


def even_parts(plan: SlidePlan, count: int) -> tuple[Blocks, ...] | None:
    """Return the one block of `plan` in `count` parts of like size; None if it has several blocks or may not be cut."""
    if len(plan.blocks) != 1:
        return None
    block = plan.blocks[0]
    total = units_of(block)
    bounds = [round(total * number / count) for number in range(count + 1)]
    if len(set(bounds)) != count + 1 or not all(may_cut(block, bound) for bound in bounds[1:-1]):
        return None
    return tuple((take(block, start, stop),) for start, stop in itertools.pairwise(bounds))
