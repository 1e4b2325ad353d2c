"""Shapes' identifiers and names: unique on their part, known before anything refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from builder.deck.model import Group, SlideShape

_FIRST = 2
"""1 is the part's own shape tree."""


class ShapeNumbers:
    """Numbers the shapes of one part in the order of their names; a repeated name gets a number behind it."""

    def __init__(self, names: Iterable[str]) -> None:
        given = list(names)
        self._ids = {name: number for number, name in reversed(list(enumerate(given, _FIRST)))}
        self._next = iter(enumerate(_unique(given), _FIRST))

    def take(self) -> tuple[int, str]:
        """Return identifier and name of the next shape; called once for each, in order."""
        return next(self._next)

    def id_of(self, name: str) -> int:
        """Return the identifier of the first shape called `name`, which exists."""
        return self._ids[name]


def shape_names(shapes: tuple[SlideShape, ...]) -> Iterator[str]:
    """Yield the names in reading order, a group's before its members'."""
    for shape in shapes:
        yield shape.name
        if isinstance(shape, Group):
            yield from shape_names(shape.shapes)


def _unique(names: list[str]) -> list[str]:
    given, used, unique = set(names), set[str](), list[str]()
    for name in names:
        own = name
        if name in used:
            numbered = (f"{name} {number}" for number in count(2))
            own = next(
                candidate for candidate in numbered if candidate not in given and candidate not in used
            )
        used.add(own)
        unique.append(own)
    return unique
