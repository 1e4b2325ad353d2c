"""What sticks out of a slide's frames, and B601, which says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.compose.plan import SlidePlan
from builder.deck.fit import excess_height, excess_width
from builder.diagnostics import Diagnostics
from builder.layout.boxes import Box, LaidOutPage
from builder.model.block import Block
from builder.units import Length

TOLERANCE = Length.from_pt(0.5)
"""Rounding of the layout engine; nothing that shows."""

WORDS_PER_SQUARE_INCH = 6.5
"""Rough measure of running text at a deck's sizes, for the advice."""


@dataclass(frozen=True, slots=True)
class Overflow:
    """A frame whose content is too high or too wide, and by how much."""

    frame: Box
    height: Length
    width: Length


def overflows(page: LaidOutPage) -> tuple[Overflow, ...]:
    """Return the frames of a slide whose content needs more room than they have."""
    found = (Overflow(frame, excess_height(frame), excess_width(frame)) for frame in _frames(page.root))
    return tuple(item for item in found if item.height > TOLERANCE or item.width > TOLERANCE)


def _frames(box: Box) -> Iterator[Box]:
    """Yield the outermost boxes that a template gave a fixed place: frames, and placeholders outside of one."""
    if box.content.height and {"data-placeholder", "data-frame"} & box.attributes.keys():
        yield box
        return
    for child in box.boxes:
        yield from _frames(child)


@dataclass(frozen=True, slots=True)
class TooBig:
    """What no slide holds, though nothing else is on it: a piece of `block`, `needed` too high."""

    block: Block
    needed: Length


def report(
    plan: SlidePlan, page: LaidOutPage, *, compact: bool, found: Diagnostics, piece: TooBig | None = None
) -> None:
    """Add B601 for a slide that nothing helps: how much too high or wide it is, or a piece of it, and what to cut."""
    overflow = overflows(page)[0]
    height = piece.needed if piece else overflow.height
    is_title = overflow.frame.attributes.get("data-placeholder", "").endswith("title")
    too_high = height > TOLERANCE
    needed = height if too_high else overflow.width
    where = f"{'height' if too_high else 'width'} at {_text_size(overflow.frame):g} pt"
    blocks = (piece.block,) if piece else plan.blocks
    found.error(
        "B601",
        "the title does not fit its slide" if is_title else "text does not fit its slide",
        blocks[0].span if blocks else None,
        label=f"needs {needed.mm:.1f} mm more {where}{', the size of the compact layout' if compact else ''}",
        help=_advice(blocks, height, overflow.frame.content.width),
    )


def _advice(blocks: tuple[Block, ...], height: Length, width: Length) -> str:
    if height <= TOLERANCE:
        return "shorten its longest words or lines"
    number = max(1, round(height.inches * width.inches * WORDS_PER_SQUARE_INCH))
    words = f"cut about {number} word{'s' if number > 1 else ''}"
    if any(not block.continues for block in blocks):
        return f"{words}, or remove 'continue: false' to let it run on to a second slide"
    return words


def _text_size(frame: Box) -> float:
    """Return the size of the first text in a frame, in points."""
    first = next((box for box in frame.walk() if box.lines), frame)
    return first.style.text.size_pt
