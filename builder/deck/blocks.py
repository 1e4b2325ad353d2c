"""Blocks inside of blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from builder.model.block import Block


def blocks_in(node: object) -> Iterator[Block]:
    """Yield every block in a tuple of blocks, those inside of others too."""
    if isinstance(node, Block):
        yield node
    if isinstance(node, tuple):
        for item in node:
            yield from blocks_in(item)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            value = getattr(node, field.name)
            if isinstance(value, tuple):
                yield from blocks_in(value)
