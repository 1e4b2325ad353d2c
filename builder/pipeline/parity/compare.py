"""Whether an output says all that it must, and on which pages or slides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.pipeline.parity.expected import Expected, Piece
from builder.pipeline.parity.text import SHORT, Sheet, squeeze, take_across


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What a reader finds on a page or a slide, notes included; `alts` are alternative texts, each as often as it is there."""

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
    made up for by the same words elsewhere.
    """
    search = _Search(tuple(readings))
    places: dict[str, set[int]] = {}
    losses: list[Loss] = []
    for part in expected:
        touched, missing = search.find(part)
        places.setdefault(part.path, set()).update(touched)
        losses.extend(Loss(part, text) for text in missing)
    return Comparison({path: tuple(sorted(touched)) for path, touched in places.items() if touched}, tuple(losses))


class _Search:
    """A walk through the sheets, in the order of the content."""

    def __init__(self, readings: tuple[SheetReading, ...]) -> None:
        self._sheets = [Sheet(reading.number, squeeze(reading.text)) for reading in readings]
        self._alts = [Counter(squeeze(alt).text for alt in reading.alts) for reading in readings]
        self._cursor = 0

    def find(self, part: Expected) -> tuple[set[int], list[str]]:
        """Return the numbers of the sheets that have `part`, and the texts that none has.

        The longest text says where the part is; the others are looked for from there outwards.
        """
        anchored: tuple[int, int] | None = None
        touched: set[int] = set()
        missing: list[str] = []
        for piece in _from_longest(part.pieces):
            found = self._find_piece(piece, self._everywhere() if anchored is None else _reach(anchored))
            if found is None:
                missing.append(piece.text)
                continue
            low, high = anchored or (found[0], found[0])
            anchored = (min(low, *found), max(high, *found))
            touched.update(found)
        if part.alt:
            index = self._find_alt(part.alt, self._everywhere() if anchored is None else _reach(anchored))
            anchored = anchored or (None if index is None else (index, index))
            touched.update(() if index is None else (index,))
            missing.extend([part.alt] if index is None else [])
        if anchored is not None:
            self._cursor = anchored[0]
        return {self._sheets[index].number for index in touched}, missing

    def _everywhere(self) -> Iterator[int]:
        """Yield all sheets: from where the last part began to the end, then those before, nearest first."""
        yield from range(self._cursor, len(self._sheets))
        yield from range(self._cursor - 1, -1, -1)

    def _find_piece(self, piece: Piece, order: Iterable[int]) -> tuple[int, ...] | None:
        """Account for a piece and return the indexes of its sheets."""
        indexes = [index for index in order if 0 <= index < len(self._sheets)]
        for wanted in dict.fromkeys(squeeze(variant).text for variant in piece.variants):
            for index in indexes:
                if self._sheets[index].take(wanted):
                    return (index,)
            for index in indexes:
                following = index + 1
                if following < len(self._sheets) and take_across(
                    self._sheets[index], self._sheets[following], wanted
                ):
                    return (index, following)
        return None

    def _find_alt(self, alt: str, order: Iterable[int]) -> int | None:
        wanted = squeeze(alt).text
        for index in order:
            if 0 <= index < len(self._alts) and self._alts[index][wanted] > 0:
                self._alts[index][wanted] -= 1
                return index
        return None


def _reach(anchored: tuple[int, int]) -> Iterator[int]:
    """Yield where the rest of a part may be: on its sheets so far, and on the ones next to them."""
    low, high = anchored
    yield from range(low, high + 2)
    yield low - 1


def _from_longest(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces from the longest one on, in order, then those before it from near to far."""
    if not pieces:
        return ()
    longest = max(range(len(pieces)), key=lambda index: min(len(pieces[index].text), 4 * SHORT))
    return (*pieces[longest:], *reversed(pieces[:longest]))
