"""Whether an output says all that it must, and on which pages or slides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from builder.pipeline.parity.expected import Expected
from builder.pipeline.parity.pieces import Piece, words_from_right
from builder.pipeline.parity.search import Search, SheetReading
from builder.pipeline.parity.text import squeeze

LONG = 48
"""Texts of this length or more are looked for in the order of the content: none is a part of another by chance."""

REACHES = (2, 8, 32, None)
"""How many sheets on texts are looked for, in turn. Why: where the same words stand on other sheets too, each text
has to be found in its place before any is looked for elsewhere."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A text, or an alternative text, that an output does not have."""

    expected: Expected
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of it: the sheets of each path, ascending, and what was not found.

    `claims` has the sheets of each claim's text, by its id and whether it is in the notes.
    """

    places: Mapping[str, tuple[int, ...]]
    losses: tuple[Loss, ...]
    claims: Mapping[tuple[str, bool], tuple[int, ...]] = field(default_factory=dict)


def compare(
    expected: Iterable[Expected], readings: Iterable[SheetReading], *, broken: bool = False
) -> Comparison:
    """Look for everything expected, each text as often as it is expected.

    With `broken` a text may begin on one sheet and go on over the next, as on pages.

    Why: a text counts only where no other one was found, near the rest of its block, so that a lost block is not
    made up for by the same words elsewhere. Long texts are looked for before short ones, which may be parts of them;
    a short one of a row or a tile is there only if it stands on the sheet of the long one. Where something is missed,
    a long text may have been found in a longer one that begins alike: all are looked for by length then.
    """
    parts, sheets = tuple(expected), tuple(readings)
    found = _compare(parts, sheets, broken, LONG)
    if not found.losses:
        return found
    by_length = _compare(parts, sheets, broken, None)
    return min(found, by_length, key=lambda one: len(one.losses))


def _compare(
    parts: tuple[Expected, ...], sheets: tuple[SheetReading, ...], broken: bool, long: int | None
) -> Comparison:
    """Look for everything, the longest first; all that is as long as `long` in the order of the content."""
    search = Search(sheets, len(parts), broken)
    pieces = [
        (index, found)
        for index, part in enumerate(parts)
        for piece in part.pieces
        for found in (words_from_right(piece) if broken else (piece,))
    ]
    missing: list[tuple[int, str]] = []
    turns: dict[int, list[tuple[int, Piece]]] = {}
    for item in (*search.drawn_lines(), *pieces):
        length = len(squeeze(item[1].text).text)
        turns.setdefault(length if long is None else min(length, long), []).append(item)
    for length in sorted(turns, reverse=True):
        left = _find_all(search, turns[length])
        missing.extend((index, piece.text) for index, piece in left if index >= 0)
    for index, part in enumerate(parts):
        missing.extend((index, text) for text in search.find_drawing(index, part.drawing))
    places: dict[str, set[int]] = {}
    for index, part in enumerate(parts):
        places.setdefault(part.path, set()).update(search.numbers(index))
    return Comparison(
        {path: tuple(sorted(touched)) for path, touched in places.items() if touched},
        tuple(Loss(parts[index], text) for index, text in sorted(missing, key=lambda item: item[0])),
        search.claims(),
    )


def _find_all(search: Search, left: list[tuple[int, Piece]]) -> list[tuple[int, Piece]]:
    """Look for pieces in the order of the content, near what stands before them first; return those not found."""
    for turn in range(1, len(REACHES) + 1):
        left = [
            (index, piece)
            for index, piece in left
            if not any(search.find_piece(index, piece, reach) for reach in REACHES[:turn])
        ]
    return left
