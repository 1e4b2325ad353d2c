"""Where to cut what does not fit its slide: between list items, table rows or blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.compose.plan import SlidePlan
from builder.compose.split import may_cut
from builder.deck.fit import ink_of, room_bottom
from builder.deck.overflow import TOLERANCE, overflows
from builder.layout.boxes import Box, LaidOutPage
from builder.units import Length


@dataclass(frozen=True, slots=True)
class Cut:
    """A slide begins with piece `index` of the block with `path`."""

    path: str
    index: int


@dataclass(frozen=True, slots=True)
class _Unit:
    """A piece where it was laid out; `allowed` tells whether a slide may begin with it."""

    cut: Cut
    top: Length
    bottom: Length
    allowed: bool


def find_cuts(plan: SlidePlan, page: LaidOutPage) -> tuple[Cut, ...]:
    """Return with which pieces the further slides begin; none where cutting does not help.

    Each slide takes as much as its frame holds, by where the pieces stood when all were laid out together.
    """
    frame = next((item.frame for item in overflows(page) if any(item.frame.find("data-unit"))), None)
    if frame is None or len(overflows(page)) > 1:
        return ()
    units = tuple(_units(plan, frame))
    limit = room_bottom(frame) - _below(frame, units) + TOLERANCE
    return _pack(units, limit) or _halve(units, limit)


def _pack(units: tuple[_Unit, ...], limit: int) -> tuple[Cut, ...]:
    """Return the cuts that keep every piece above `limit`; none if a piece alone is too high."""
    cuts: list[Cut] = []
    shift = 0
    candidate: _Unit | None = None
    for unit in units:
        candidate = unit if unit.allowed else candidate
        if unit.bottom - shift <= limit:
            continue
        if candidate is None:
            return ()
        cuts.append(candidate.cut)
        shift = candidate.top - units[0].top
        candidate = None
        if unit.bottom - shift > limit:
            return ()
    return tuple(cuts)


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


def _units(plan: SlidePlan, frame: Box) -> Iterator[_Unit]:
    """Yield the pieces in a frame that are not made of smaller ones, in document order."""
    blocks = {block.path: block for block in plan.blocks}
    first = True
    for box in frame.find("data-unit"):
        path, _, index = box.attributes["data-unit"].rpartition(":")
        if path not in blocks or any(inner is not box for inner in box.find("data-unit")):
            continue
        allowed = not first and may_cut(blocks[path], int(index))
        yield _Unit(Cut(path, int(index)), box.rect.y, ink_of(box).bottom, allowed)
        first = False


def _below(frame: Box, units: tuple[_Unit, ...]) -> int:
    """Return the height of what follows the last piece, which every slide repeats."""
    last = max((unit.bottom for unit in units), default=Length(0))
    return max(0, ink_of(frame).bottom - last)
