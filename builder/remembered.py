"""What was worked out last, for the next time in the same process, with all that it was worked out of."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Generic, TypeVar
from weakref import WeakSet

V = TypeVar("V")


class Itself:
    """A source that equals the very same object alone, however much others are like it."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and other._value is self._value

    def __hash__(self) -> int:
        return id(self._value)


_everything: WeakSet[Remembered[Any]] = WeakSet()


class Remembered(Generic[V]):
    """The last results, by name, up to `limit` of them; those that were asked for longest ago are forgotten first.

    A result is found only for a source that equals its own. Numbers that are equal and print differently, such as 0
    and -0, have to be told apart by what the source holds beside them.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: dict[Hashable, tuple[object, V]] = {}
        _everything.add(self)

    def find(self, name: Hashable, source: object) -> V | None:
        """Return what was made of `source` under this name; None where that is not what was kept last."""
        kept = self._kept.get(name)
        if kept is None or kept[0] != source:
            return None
        self._kept[name] = self._kept.pop(name)
        return kept[1]

    def keep(self, name: Hashable, source: object, value: V) -> V:
        """Keep what was made of `source` in place of what was kept under this name, and return it."""
        self._kept.pop(name, None)
        while len(self._kept) >= self._limit:
            del self._kept[next(iter(self._kept))]
        self._kept[name] = source, value
        return value

    def forget(self) -> None:
        """Forget all results."""
        self._kept.clear()


def forget_everything() -> None:
    """Forget the results of all parts of the program."""
    for remembered in _everything:
        remembered.forget()
