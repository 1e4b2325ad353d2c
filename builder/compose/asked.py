"""The document as templates of slides see it: what they ask of it is known afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.document import Document


class AskedDocument:
    """A document that notes which of its attributes were asked for; templates reach no name that begins with `_`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._asked: dict[str, object] = {}

    def __getattr__(self, name: str) -> object:
        self._asked[name] = value = getattr(self._document, name)
        return value


def asked_of(document: AskedDocument, names: Iterable[str] = ()) -> dict[str, object]:
    """Return what was asked for so far with its values, and what these names lead to."""
    for name in names:
        getattr(document, name)
    return dict(document._asked)
