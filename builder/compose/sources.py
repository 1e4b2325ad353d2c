"""The works that a slide rests on, for its foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from builder.model.inline import CitationMark, CitedItem
from builder.model.resolved import ReferenceEntry, ResolvedDocument


def cited_keys(node: object) -> Iterator[str]:
    """Yield the keys of all works cited in a node of the document, in reading order, with repeats."""
    if isinstance(node, CitationMark):
        yield from node.keys
    elif isinstance(node, CitedItem):
        yield node.key
    elif isinstance(node, tuple):
        for item in node:
            yield from cited_keys(item)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            if field.name != "notes":
                yield from cited_keys(getattr(node, field.name))


def slide_sources(face: object, resolved: ResolvedDocument) -> tuple[ReferenceEntry, ...]:
    """Return the works cited on a slide's face, its title and blocks, by number."""
    keys = set(cited_keys(face))
    return tuple(entry for entry in resolved.references if entry.key in keys)
