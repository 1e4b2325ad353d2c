"""What the deck shows of a section's blocks, those inside of others too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.model.block import Block, Columns, Output, PageBreak, SlideBlock, TextBlock
from builder.model.prose import Prose

Blocks = tuple[Block, ...]


def shown_blocks(blocks: Blocks) -> Iterator[Block]:
    """Yield the blocks that make slides, and the prose that goes to the notes.

    Prose in columns comes before them; what is left of the columns stands beside each other.
    """
    for block in _visible(blocks):
        if not isinstance(block, Columns):
            yield block
            continue
        yield from (inner for part in block.parts for inner in part.content if isinstance(inner, TextBlock))
        parts = (replace(part, content=_without_prose(part.content)) for part in block.parts)
        kept = tuple(part for part in parts if part.content)
        if kept:
            yield replace(block, parts=kept)


def _visible(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        if not block.shown_in(Output.DECK) or isinstance(block, PageBreak):
            continue
        match block:
            case SlideBlock():
                yield replace(block, content=tuple(_visible(block.content)))
            case Columns():
                parts = (replace(part, content=tuple(_visible(part.content))) for part in block.parts)
                yield replace(block, parts=tuple(parts))
            case _:
                yield block


def _without_prose(blocks: Blocks) -> Blocks:
    return tuple(block for block in blocks if not isinstance(block, TextBlock))


def face_of(blocks: Blocks) -> Blocks:
    """Return what stands on a slide of `blocks`: the content of a slide by hand, or of the one column that is left."""
    match blocks:
        case (SlideBlock(content=content),):
            return content
        case (Columns(parts=(part,)),):
            return part.content
        case _:
            return blocks


def notes_of(block: Block) -> Prose:
    """Return the notes of a block, then those of the blocks in it."""
    match block:
        case SlideBlock(content=content):
            inner = content
        case Columns(parts=parts):
            inner = tuple(found for part in parts for found in part.content)
        case _:
            inner = ()
    return block.notes + tuple(node for found in inner for node in notes_of(found))
