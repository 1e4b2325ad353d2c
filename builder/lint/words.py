"""Count the words that readers or listeners meet."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from builder.diagnostics import Span
from builder.model.inline import Citation, CitedItem, Link, Text
from builder.model.prose import Paragraph, Prose

_NAMES = frozenset({"path", "id", "layout", "file"})


def count_words(part: object) -> int:
    """Return how many words a part of the document shows; citations count as none."""
    match part:
        case str():
            return len(part.split())
        case tuple():
            return sum(count_words(item) for item in part)
        case Citation() | CitedItem() | Span():
            return 0
        case Text():
            return len(part.text.split())
        case Link():
            return count_words(part.content)
    if is_dataclass(part):
        return sum(count_words(getattr(part, f.name)) for f in fields(part) if f.name not in _NAMES)
    return 0


def count_prose(prose: Prose) -> int:
    """Return how many words prose has, as the script of the speaker counts them."""
    return sum(
        count_words(node.content) if isinstance(node, Paragraph) else sum(map(count_prose, node.items))
        for node in prose
    )
