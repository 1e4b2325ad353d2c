"""Whether an output says all that it must, and on which pages or slides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from builder.pipeline.parity.drawings import Drawing
from builder.pipeline.parity.expected import Expected
from builder.pipeline.parity.pieces import Piece, words_from_right
from builder.pipeline.parity.text import Sheet, squeeze, take_across

LONG = 48
"""Texts of this length or more are looked for in the order of the content: none is a part of another by chance."""


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What a reader finds on a page or a slide: its text with the notes, its pictures and charts."""

    number: int
    text: str
    drawings: tuple[Drawing, ...] = ()


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


def compare(
    expected: Iterable[Expected], readings: Iterable[SheetReading], *, broken: bool = False
) -> Comparison:
    """Look for everything expected, each text as often as it is expected.

    With `broken` a text may begin on one sheet and go on over the next, as on pages.

    Why: a text counts only where no other one was found, near the rest of its block, so that a lost block is not
    made up for by the same words elsewhere. Long texts are looked for before short ones, which may be parts of them;
    a short one of a row or a tile is there only if it stands on the sheet of the long one.
    """
    parts = tuple(expected)
    search = _Search(tuple(readings), len(parts), broken)
    pieces = [
        (index, found)
        for index, part in enumerate(parts)
        for piece in part.pieces
        for found in (words_from_right(piece) if broken else (piece,))
    ]
    missing: list[tuple[int, str]] = []
    for index, piece in sorted((*search.drawn_lines(), *pieces), key=_turn):
        if not search.find_piece(index, piece) and index >= 0:
            missing.append((index, piece.text))
    for index, part in enumerate(parts):
        missing.extend((index, text) for text in search.find_drawing(index, part.drawing))
    places: dict[str, set[int]] = {}
    for index, part in enumerate(parts):
        places.setdefault(part.path, set()).update(search.numbers(index))
    return Comparison(
        {path: tuple(sorted(touched)) for path, touched in places.items() if touched},
        tuple(Loss(parts[index], text) for index, text in sorted(missing, key=lambda item: item[0])),
    )


def _turn(item: tuple[int, Piece]) -> int:
    return -min(len(squeeze(item[1].text).text), LONG)


class _Search:
    """The sheets, and on which of them each part was found so far."""

    def __init__(self, readings: tuple[SheetReading, ...], parts: int, broken: bool) -> None:
        self._broken = broken
        self._sheets = [Sheet(reading.number, squeeze(reading.text)) for reading in readings]
        self._drawings = [list(reading.drawings) for reading in readings]
        self._touched: list[set[int]] = [set() for _ in range(parts)]
        self._groups: dict[tuple[int, int], set[int]] = {}

    def numbers(self, part: int) -> set[int]:
        """Return the numbers of the sheets where a part was found."""
        return {self._sheets[index].number for index in self._touched[part]}

    def drawn_lines(self) -> Iterator[tuple[int, Piece]]:
        """Yield each line in a drawing, which stands in the text of its sheet too, by that sheet's number below 0.

        Why: the words of a drawing are looked for there; nothing else may be found in them.
        """
        for index, drawings in enumerate(self._drawings):
            texts = (piece.text for found in drawings for piece in found.pieces)
            lines = (line for text in texts for line in text.split("\n"))
            yield from ((~index, Piece((line,))) for line in lines if squeeze(line).text)

    def find_piece(self, part: int, piece: Piece) -> bool:
        """Account for a piece of a part, and remember its sheets; or for a line of a drawing, if `part` is below 0."""
        if part < 0:
            return self._sheets[~part].take(squeeze(piece.text).text)
        group = self._groups.setdefault((part, piece.group), set()) if piece.group else set()
        indexes = tuple(self._order(part, group))
        wanted = tuple(dict.fromkeys(squeeze(variant).text for variant in piece.variants))
        for text, index in product(wanted, indexes):
            if self._sheets[index].take(text):
                self._touched[part].add(index)
                group.add(index)
                return True
        for text, index in product(wanted, indexes if self._broken else ()):
            if count := take_across(self._sheets[index:], text):
                sheets = range(index, index + count)
                self._touched[part].update(sheets)
                group.update(sheets)
                return True
        return False

    def find_drawing(self, part: int, wanted: Drawing | None) -> tuple[str, ...]:
        """Account for a picture or chart, and return what it lacks."""
        if wanted is None:
            return ()
        for index in self._order(part):
            for found in self._drawings[index]:
                if found.is_like(wanted):
                    self._drawings[index].remove(found)
                    self._touched[part].add(index)
                    return tuple(found.lacks(wanted))
        return (wanted.alt,)

    def _order(self, part: int, group: Collection[int] = ()) -> Iterator[int]:
        """Yield the sheets on which more of a part may be, the most likely first.

        Of a part that was found: its sheets and the ones next to them, or only its own where the longest text of the
        same tile or row was found, that one's first. Of another: all, from where the part before it begins to the end,
        then those before, nearest first.
        """
        last = len(self._sheets) - 1
        if self._touched[part]:
            low, high = min(self._touched[part]), max(self._touched[part])
            yield from sorted(group)
            yield from range(low, min(high + (not group), last) + 1)
            yield from () if group else range(low - 1, max(low - 2, -1), -1)
            return
        before = (self._touched[index] for index in range(part - 1, -1, -1))
        start = next((min(touched) for touched in before if touched), 0)
        yield from range(start, last + 1)
        yield from range(start - 1, -1, -1)
