"""Whether an output says all that it must, and on which pages or slides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from builder.pipeline.parity.expected import Expected, Piece
from builder.pipeline.parity.text import Sheet, squeeze, take_across

LONG = 48
"""Texts of this length or more are looked for in the order of the content: none is a part of another by chance."""


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What a reader finds on a page or a slide, notes included; `alts` are its alternative texts, with repeats."""

    number: int
    text: str
    alts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loss:
    """A text, or an alternative text, that an output does not have."""

    expected: Expected
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of it: the sheets of each path, ascending, and what was not found."""

    places: Mapping[str, tuple[int, ...]]
    losses: tuple[Loss, ...]


def compare(expected: Iterable[Expected], readings: Iterable[SheetReading]) -> Comparison:
    """Look for everything expected, each text as often as it is expected.

    Why: a text counts only where no other one was found, near the rest of its block, so that a lost block is not
    made up for by the same words elsewhere. Long texts are looked for before short ones, which may be parts of them.
    """
    parts = tuple(expected)
    search = _Search(tuple(readings), len(parts))
    pieces = [(index, piece) for index, part in enumerate(parts) for piece in part.pieces]
    missing: list[tuple[int, str]] = []
    for index, piece in sorted(pieces, key=lambda item: -min(len(squeeze(item[1].text).text), LONG)):
        if not search.find_piece(index, piece):
            missing.append((index, piece.text))
    for index, part in enumerate(parts):
        if part.alt and not search.find_alt(index, part.alt):
            missing.append((index, part.alt))
    places: dict[str, set[int]] = {}
    for index, part in enumerate(parts):
        places.setdefault(part.path, set()).update(search.numbers(index))
    return Comparison(
        {path: tuple(sorted(touched)) for path, touched in places.items() if touched},
        tuple(Loss(parts[index], text) for index, text in sorted(missing, key=lambda item: item[0])),
    )


class _Search:
    """The sheets, and on which of them each part was found so far."""

    def __init__(self, readings: tuple[SheetReading, ...], parts: int) -> None:
        self._sheets = [Sheet(reading.number, squeeze(reading.text)) for reading in readings]
        self._alts = [Counter(squeeze(alt).text for alt in reading.alts) for reading in readings]
        self._touched: list[set[int]] = [set() for _ in range(parts)]

    def numbers(self, part: int) -> set[int]:
        """Return the numbers of the sheets where a part was found."""
        return {self._sheets[index].number for index in self._touched[part]}

    def find_piece(self, part: int, piece: Piece) -> bool:
        """Account for a piece, and remember its sheets."""
        indexes = tuple(self._order(part))
        wanted = tuple(dict.fromkeys(squeeze(variant).text for variant in piece.variants))
        for text, index in product(wanted, indexes):
            if self._sheets[index].take(text):
                self._touched[part].add(index)
                return True
        for text, index in product(wanted, indexes):
            if index + 1 < len(self._sheets) and take_across(
                self._sheets[index], self._sheets[index + 1], text
            ):
                self._touched[part].update((index, index + 1))
                return True
        return False

    def find_alt(self, part: int, alt: str) -> bool:
        """Account for an alternative text, and remember its sheet."""
        wanted = squeeze(alt).text
        for index in self._order(part):
            if self._alts[index][wanted] > 0:
                self._alts[index][wanted] -= 1
                self._touched[part].add(index)
                return True
        return False

    def _order(self, part: int) -> Iterator[int]:
        """Yield the sheets on which more of a part may be, the most likely first.

        Of a part that was found: its sheets and the ones next to them. Of another: all, from where the part
        before it begins to the end, then those before, nearest first.
        """
        last = len(self._sheets) - 1
        if self._touched[part]:
            low, high = min(self._touched[part]), max(self._touched[part])
            yield from range(low, min(high + 1, last) + 1)
            yield from range(low - 1, max(low - 2, -1), -1)
            return
        before = (self._touched[index] for index in range(part - 1, -1, -1))
        start = next((min(touched) for touched in before if touched), 0)
        yield from range(start, last + 1)
        yield from range(start - 1, -1, -1)
