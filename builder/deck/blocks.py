"""Blocks inside of blocks."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.block import Block
from builder.model.fields import field_names


def blocks_in(node: object) -> Iterator[Block]:
    """Yield every block in a tuple of blocks, those inside of others too."""
    if isinstance(node, Block):
        yield node
    if isinstance(node, tuple):
        for item in node:
            yield from blocks_in(item)
    else:
        for name in field_names(node):
            value = getattr(node, name)
            if isinstance(value, tuple):
                yield from blocks_in(value)
