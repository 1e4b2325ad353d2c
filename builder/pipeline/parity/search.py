"""Find what is expected on the pages or slides, each thing once."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from builder.pipeline.parity.drawings import Drawing
from builder.pipeline.parity.pieces import Piece
from builder.pipeline.parity.sheet import Sheet, take_across, take_on
from builder.pipeline.parity.text import SHORT, squeeze


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What a reader finds on a page or a slide: its text with the notes, its pictures and charts."""

    number: int
    text: str
    drawings: tuple[Drawing, ...] = ()


class Search:
    """The sheets, and on which of them each part was found so far."""

    def __init__(self, readings: tuple[SheetReading, ...], parts: int, broken: bool) -> None:
        self._broken = broken
        self._sheets = [Sheet(reading.number, squeeze(reading.text)) for reading in readings]
        self._drawings = [list(reading.drawings) for reading in readings]
        self._touched: list[set[int]] = [set() for _ in range(parts)]
        self._found: list[int] = []
        self._groups: dict[tuple[int, int], set[int]] = {}
        self._claims: dict[tuple[str, bool], set[int]] = {}

    def numbers(self, part: int) -> set[int]:
        """Return the numbers of the sheets where a part was found."""
        return {self._sheets[index].number for index in self._touched[part]}

    def claims(self) -> dict[tuple[str, bool], tuple[int, ...]]:
        """Return the sheets of each claim's text, by its id and whether it is in the notes."""
        return {claim: tuple(sorted(numbers)) for claim, numbers in self._claims.items()}

    def drawn_lines(self) -> Iterator[tuple[int, Piece]]:
        """Yield each line in a drawing, which stands in the text of its sheet too, by that sheet's number below 0.

        Why: the words of a drawing are looked for there; nothing else may be found in them.
        """
        for index, drawings in enumerate(self._drawings):
            texts = (piece.text for found in drawings for piece in found.pieces)
            lines = (line for text in texts for line in text.split("\n"))
            yield from ((~index, Piece((line,))) for line in lines if squeeze(line).text)

    def find_piece(self, part: int, piece: Piece, reach: int | None = None) -> bool:
        """Account for a piece of a part, and remember its sheets; or for a line of a drawing, if `part` is below 0.

        With a `reach` it is looked for only as many sheets from the rest of its part, or from the part before it.
        """
        if part < 0:
            return self._sheets[~part].take(squeeze(piece.text).text)
        group = self._groups.get((part, piece.group), ())
        ways = ("whole", "parted") if self._broken else ("whole",)
        for text in dict.fromkeys(squeeze(variant).text for variant in piece.variants):
            for way in ("on one line", *ways) if len(text) < SHORT else ways:
                for index in self._order(part, group, reach):
                    if count := self._take(text, index, way):
                        self._keep(part, piece, range(index, index + count))
                        return True
        return False

    def _take(self, text: str, index: int, way: str) -> int:
        """Return on how many sheets a text was found from the one at `index` on; if it is parted, on two or more.

        Why short ones on one line first, on any sheet: the end of one line and the start of the next may be two texts.
        Why: a text that ends one page and begins the next is as surely there as one that is whole, and the next page
        may have another that is alike; of one that is parted otherwise, or short, both parts may be there by chance.
        """
        if way == "parted":
            return take_across(self._sheets, index, text)
        if self._sheets[index].take(text, on_one_line=way == "on one line"):
            return 1
        return take_on(self._sheets, index, text) if self._broken and len(text) >= SHORT else 0

    def _touch(self, part: int, indexes: Iterable[int]) -> None:
        """Remember the sheets where some of a part was found."""
        if not self._touched[part]:
            insort(self._found, part)
        self._touched[part].update(indexes)

    def _keep(self, part: int, piece: Piece, indexes: Collection[int]) -> None:
        """Remember the sheets where a piece was found."""
        found = set(indexes)
        self._touch(part, found)
        if piece.group and len(squeeze(piece.text).text) >= SHORT:
            self._groups.setdefault((part, piece.group), set()).update(found)
        for claim in piece.claims:
            numbers = {self._sheets[index].number for index in found}
            self._claims.setdefault((claim, piece.spoken), set()).update(numbers)

    def find_drawing(self, part: int, wanted: Drawing | None) -> tuple[str, ...]:
        """Account for a picture or chart, and return what it lacks."""
        if wanted is None:
            return ()
        for index in self._order(part):
            for found in self._drawings[index]:
                if found.is_like(wanted):
                    self._drawings[index].remove(found)
                    self._touch(part, (index,))
                    return tuple(found.lacks(wanted))
        return (wanted.alt,)

    def _order(self, part: int, group: Collection[int] = (), reach: int | None = None) -> Iterator[int]:
        """Yield the sheets on which more of a part may be, the most likely first.

        Of a part that was found: its sheets, the ones next to them, and those between its neighbours or it and them,
        for a short word may have been found elsewhere, and of a long list the last entry first; or only its own where a
        long text of the same tile or row was found, that one's first. Of another: all, or those in `reach`, from where
        the part before it begins on, then those before, nearest first.
        """
        last = len(self._sheets) - 1
        place = bisect_left(self._found, part)
        previous = self._touched[self._found[place - 1]] if place else {0}
        start = min(previous)
        far = last + 1 if reach is None else reach
        if not self._touched[part]:
            yield from range(start, min(max(previous) + far, last) + 1)
            yield from range(start - 1, max(start - far, 0) - 1, -1)
            return
        low, high = min(self._touched[part]), max(self._touched[part])
        yield from sorted(group)
        yield from range(low, min(high + (not group), last) + 1)
        if not group:
            yield from range(low - 1, max(low - 2, -1), -1)
            after = self._found[place + 1 : place + 2]
            end = min(self._touched[after[0]]) if after else last
            yield from range(max(start, low - far), min(max(high, end), high + far) + 1)
