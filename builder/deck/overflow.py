"""What sticks out of a slide's frames, and B601, which says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from builder.compose.plan import SlidePlan
from builder.deck.fit import excess_height, excess_width, ink_of
from builder.diagnostics import Diagnostics, Span
from builder.layout.boxes import Box, LaidOutPage
from builder.model.block import Block
from builder.model.inline import Inlines, Text
from builder.units import Length

TOLERANCE = Length.from_pt(0.5)
"""Rounding of the layout engine; nothing that shows."""


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


def is_foot_alone(found: tuple[Overflow, ...]) -> bool:
    """Return whether the sources at the foot of a slide need more room than they have, and nothing else does."""
    places = [item.frame.attributes.get("data-placeholder") for item in found]
    return bool(places) and all(place == "sources" for place in places)


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


def is_title_too_long(page: LaidOutPage) -> bool:
    """Return whether the title overflows, which no other layout and no continuation helps."""
    return any(_is_title(overflow.frame) for overflow in overflows(page))


def _is_title(frame: Box) -> bool:
    return frame.attributes.get("data-placeholder", "").endswith("title")


def report(
    plan: SlidePlan, page: LaidOutPage, *, compact: bool, found: Diagnostics, piece: TooBig | None = None
) -> None:
    """Add B601 for a slide that nothing helps: how much too high or wide it is, or a piece of it, and what to cut."""
    overflow = min(overflows(page), key=lambda item: not _is_title(item.frame))
    height = piece.needed if piece else overflow.height
    too_high = height > TOLERANCE
    needed = height if too_high else overflow.width
    size_pt = _text_size(overflow.frame)
    where = f"{'height' if too_high else 'width'} at {size_pt:g} pt"
    blocks = (piece.block,) if piece else plan.blocks
    is_title = _is_title(overflow.frame)
    message = "the title does not fit its slide" if is_title else "text does not fit its slide"
    in_title = _find_span(plan.title)
    span = in_title if is_title and in_title else blocks[0].span if blocks else in_title
    if any((other.code, other.message, other.span) == ("B601", message, span) for other in found):
        return
    found.error(
        "B601",
        message,
        span,
        label=f"needs {needed.mm:.1f} mm more {where}{', the size of the compact layout' if compact else ''}",
        help=_advice(blocks, overflow.frame, height),
    )


def _find_span(content: Inlines) -> Span | None:
    """Return where the first text of inlines was written."""
    for node in content:
        span = node.span if isinstance(node, Text) else _find_span(getattr(node, "content", ()))
        if span:
            return span
    return None


def _advice(blocks: tuple[Block, ...], frame: Box, height: Length) -> str:
    """Return what to do about `height` too much, by how many words stand on such a height in `frame`."""
    if height <= TOLERANCE:
        return "shorten its longest words or lines"
    lines = [line for box in frame.walk() for line in box.lines]
    written = sum(len(line.text.split()) for line in lines)
    number = max(1, round(written * height / max(1, ink_of(frame).bottom - frame.content.y)))
    words = f"cut about {number} word{'s' if number > 1 else ''}"
    if any(not block.continues for block in blocks):
        return f"{words}, or remove 'continue: false' to let it run on to a second slide"
    return words


def _text_size(frame: Box) -> float:
    """Return the size of most of the text in a frame, in points."""
    sizes: Counter[float] = Counter()
    for box in frame.walk():
        sizes[box.style.text.size_pt] += sum(len(line.text) for line in box.lines)
    return sizes.most_common(1)[0][0]
