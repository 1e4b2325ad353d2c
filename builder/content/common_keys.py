"""The keys that every block may have."""

from __future__ import annotations

from typing import TypedDict

from builder.content.reading import Reading
from builder.content.schema.common import BlockShape
from builder.diagnostics import Span
from builder.model.block import Output
from builder.model.inline import CitedItem, Inlines
from builder.model.prose import Prose


class CommonKeys(TypedDict):
    """The fields of `Block` but its label."""

    path: str
    span: Span
    id: str
    title: Inlines
    caption: Inlines
    source: tuple[CitedItem, ...]
    alt: str
    notes: Prose
    only: Output | None
    layout: str | None
    width: float | None
    continues: bool


def read_common_keys(shape: BlockShape, path: str, reading: Reading) -> CommonKeys:
    """Return the common keys of the block at `path`."""
    return CommonKeys(
        path=path,
        span=shape.key_of(shape.kind).span,
        id=reading.find_id(shape.id, path),
        title=reading.inlines(shape.title),
        caption=reading.inlines(shape.caption),
        source=reading.cited(shape.source),
        alt=reading.line(shape.alt),
        notes=reading.prose(shape.notes),
        only=shape.only,
        layout=shape.layout,
        width=shape.width,
        continues=shape.continues is not False,
    )
