"""Whether a briefing is likely to be the last one again: only its document is looked at, not what it is made of."""

from __future__ import annotations

from builder.diagnostics import Span
from builder.model.document import Document
from builder.model.fields import field_names
from builder.remembered import Remembered

NOT_SHOWN = frozenset({"notes", "reference_spans"})
"""Attributes that say nothing of what the briefing shows."""

_last: Remembered[Document] = Remembered(1)


def is_new_report(document: Document) -> bool:
    """Return whether the briefing of a document is another one than that of the document before; not of the first."""
    last = _last.find("document", None)
    _last.keep("document", None, document)
    return last is not None and not _are_alike(last, document)


def _are_alike(one: object, other: object) -> bool:
    """Return whether two parts of documents are equal, but for places in the file and what the briefing leaves out."""
    if one == other or (isinstance(one, Span) and isinstance(other, Span)):
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_are_alike, one, other))
    names = [name for name in field_names(one) if name not in NOT_SHOWN]
    return bool(names) and all(_are_alike(getattr(one, name), getattr(other, name)) for name in names)
