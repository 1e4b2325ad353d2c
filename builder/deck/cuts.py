"""Where to cut what does not fit its slide: between list items, table rows or blocks."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.compose.plan import SlidePlan
from builder.compose.split import may_cut
from builder.deck.fit import ink_of, room_bottom
from builder.deck.overflow import TOLERANCE, TooBig, overflows
from builder.layout.boxes import Box, LaidOutPage
from builder.units import Length


@dataclass(frozen=True, slots=True)
class Cut:
    """A slide begins with piece `index` of the block with `path`."""

    path: str
    index: int


@dataclass(frozen=True, slots=True)
class _Unit:
    """A piece where it was laid out; `allowed` tells whether a slide may begin with it.

    Attributes:
        bottom: of its text; paint and pictures, which need no spare height, count as that much higher.
    """

    cut: Cut
    top: Length
    bottom: Length
    allowed: bool


def find_cuts(plan: SlidePlan, page: LaidOutPage) -> tuple[Cut, ...]:
    """Return with which pieces the further slides begin; none where cutting does not help.

    Each slide takes as much as its frame holds, by where the pieces stood when all were laid out together.
    """
    units, limit = _units_and_limit(plan, page)
    cuts: list[Cut] = []
    shift = 0
    for chunk in _chunks(units):
        if chunk.bottom - shift > limit and chunk.allowed:
            cuts.append(chunk.cut)
            shift = chunk.top - units[0].top
        if chunk.bottom - shift > limit:
            return _halve(units, limit)
    return tuple(cuts) or _halve(units, limit)


def find_too_big(plan: SlidePlan, page: LaidOutPage) -> TooBig | None:
    """Return the first piece that is too high for a slide of its own."""
    units, limit = _units_and_limit(plan, page)
    for chunk in _chunks(units):
        needed = chunk.bottom - (chunk.top - units[0].top) - limit
        if needed > 0:
            block = next(block for block in plan.blocks if block.path == chunk.cut.path)
            return TooBig(block, Length(needed + TOLERANCE))
    return None


def heights_of(plan: SlidePlan, page: LaidOutPage, counts: Sequence[int]) -> list[int]:
    """Return how high that many pieces each, one after the other, stood where all were laid out together."""
    pieces = iter(_units_and_limit(plan, page)[0])
    parts = [list(itertools.islice(pieces, count)) for count in counts]
    return [part[-1].bottom - part[0].top if part else 0 for part in parts]


def _units_and_limit(plan: SlidePlan, page: LaidOutPage) -> tuple[tuple[_Unit, ...], int]:
    """Return the pieces in the frame that overflows, and how far down they may reach."""
    frame = next((item.frame for item in overflows(page) if any(item.frame.find("data-unit"))), None)
    if frame is None:
        return (), 0
    below, room = _below(frame), room_bottom(frame)
    spare = 0 if below else frame.content.bottom - room
    return tuple(_units(plan, frame, spare)), room - below + TOLERANCE


def _chunks(units: tuple[_Unit, ...]) -> Iterator[_Unit]:
    """Yield the pieces, each together with those that must stay with it."""
    for unit in units:
        if not unit.allowed and unit is not units[0]:
            continue
        with_it = itertools.takewhile(lambda other: not other.allowed, units[units.index(unit) + 1 :])
        yield replace(unit, bottom=Length(max([unit.bottom, *(other.bottom for other in with_it)])))


def _halve(units: tuple[_Unit, ...], limit: int) -> tuple[Cut, ...]:
    """Return the cut in the middle of the first row of pieces that is too high or too narrow for its text.

    Pieces that stand side by side, such as steps, get wider where fewer of them share a slide.
    """
    high = [unit for unit in units if unit.bottom > limit]
    for unit in high or units:
        row = [other for other in units if other.top == unit.top and other.cut.path == unit.cut.path]
        middle = row[len(row) // 2]
        if len(row) > 1 and middle.allowed:
            return (middle.cut,)
    return ()


def _units(plan: SlidePlan, frame: Box, spare: int) -> Iterator[_Unit]:
    """Yield the pieces in a frame that are not made of smaller ones, in document order.

    `spare` is what paint may take of the height kept free below text: nothing where a note stands below the pieces.
    """
    blocks = {block.path: block for block in plan.blocks}
    first = True
    for box in frame.find("data-unit"):
        path, index = _place(box)
        if path not in blocks or any(_place(inner)[0] in blocks for inner in _inner_units(box)):
            continue
        ink = ink_of(box, itself=True)
        bottom = Length(max(ink.text_bottom, ink.bottom - spare))
        yield _Unit(Cut(path, index), box.rect.y, bottom, not first and may_cut(blocks[path], index))
        first = False


def _inner_units(box: Box) -> Iterator[Box]:
    return (inner for inner in box.find("data-unit") if inner is not box)


def _place(box: Box) -> tuple[str, int]:
    path, _, index = box.attributes["data-unit"].rpartition(":")
    return path, int(index)


def _below(frame: Box) -> int:
    """Return the height of what follows the last piece, which every slide repeats."""
    bottoms = [ink_of(unit, itself=True).bottom for unit in frame.find("data-unit")]
    return max(0, ink_of(frame).bottom - max(bottoms)) if bottoms else 0
