"""How wide the columns of a `columns` block are."""

from __future__ import annotations

from builder.model.block import Columns


def column_shares(block: Columns) -> tuple[float, ...]:
    """Return the width of each column as a share of 1; those that say nothing share what is left."""
    given = sum(part.width or 0 for part in block.parts)
    free = sum(part.width is None for part in block.parts)
    return tuple((1 - given) / free if part.width is None else part.width for part in block.parts)
