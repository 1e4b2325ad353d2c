"""The works that a slide rests on, for its foot."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.fields import field_names
from builder.model.inline import CitationMark, CitedItem
from builder.model.resolved import ReferenceEntry, ResolvedDocument

MOST_NAMED = 14
"""Authors and years that two lines hold; on the slide itself each is cited in full where it is used."""


def cited_keys(node: object) -> Iterator[str]:
    """Yield the keys of all works cited in a node of the document, in reading order, with repeats."""
    if isinstance(node, CitationMark):
        yield from node.keys
    elif isinstance(node, CitedItem):
        yield node.key
    elif isinstance(node, tuple):
        for item in node:
            yield from cited_keys(item)
    else:
        for name in field_names(node):
            if name != "notes":
                yield from cited_keys(getattr(node, name))


def foot_sources(face: object, resolved: ResolvedDocument, *, brief: bool) -> str:
    """Return the works cited on a slide's face, its title and blocks, as its foot names them, in the list's order.

    That is by number and short form, or with `brief` by numbers alone; where citations are no numbers, by short form,
    or with `brief` by author and year.
    """
    keys = set(cited_keys(face))
    entries = [entry for entry in resolved.references if entry.key in keys]
    if not brief:
        return "; ".join(name_source(entry, resolved) for entry in entries)
    if resolved.numeric:
        return "References " + ", ".join(str(entry.number) for entry in entries)
    beyond = len(entries) - MOST_NAMED
    more = (f"and {beyond} more, listed under References",) if beyond > 0 else ()
    return "; ".join((*(entry.brief for entry in entries[:MOST_NAMED]), *more))


def name_source(entry: ReferenceEntry, resolved: ResolvedDocument) -> str:
    """Return a work's short form, after its number where the list of references has numbers."""
    return f"{entry.number} {entry.short}" if resolved.numeric else entry.short
