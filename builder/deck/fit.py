"""The fit policy, in one place: text fits by margin, so that no other program's line breaks matter.

Why: other programs break lines a little differently from the layout engine. Every frame is therefore written
wider and higher than its text was laid out: by `SPARE_WIDTH` of the measure and `SPARE_HEIGHT` of the text's
height. The space comes out of the padding first; a frame without visible edges grows for the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.deck.model import Insets, ParagraphAlign
from builder.layout.boxes import Box, BoxKind
from builder.units import Length, Rect

SPARE_WIDTH = 0.02
SPARE_HEIGHT = 0.05


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle and the insets of the text in it."""

    rect: Rect
    insets: Insets


def widen(rect: Rect, insets: Insets, align: ParagraphAlign, *, may_grow: bool) -> Frame:
    """Return the frame to write for text that was laid out inside `insets` of `rect`.

    The measure grows by `SPARE_WIDTH` on the side where lines end, on both for centred text.
    """
    measure = rect.width - insets.left - insets.right
    need = round(measure * SPARE_WIDTH / (1 - SPARE_WIDTH))
    left_need, right_need = {
        ParagraphAlign.RIGHT: (need, 0),
        ParagraphAlign.CENTER: (need // 2, need - need // 2),
    }.get(align, (0, need))
    left, grow_left = _take(insets.left, left_need, may_grow)
    right, grow_right = _take(insets.right, right_need, may_grow)
    wider = Rect(Length(rect.x - grow_left), rect.y, Length(rect.width + grow_left + grow_right), rect.height)
    return Frame(wider, Insets(left, insets.top, right, insets.bottom))


def heighten(frame: Frame, text_height: Length, *, may_grow: bool) -> Frame:
    """Return the frame with spare height below text of `text_height`."""
    inner = frame.rect.height - frame.insets.top - frame.insets.bottom
    need = max(0, round(text_height * (1 + SPARE_HEIGHT)) - inner)
    bottom, grow = _take(frame.insets.bottom, need, may_grow)
    rect = frame.rect
    higher = Rect(rect.x, rect.y, rect.width, Length(rect.height + grow))
    return Frame(higher, Insets(frame.insets.left, frame.insets.top, frame.insets.right, bottom))


def _take(padding: Length, need: int, may_grow: bool) -> tuple[Length, int]:
    """Take `need` out of `padding`; return what is left of it, and what the frame must grow by."""
    taken = min(padding, need)
    return Length(padding - taken), need - taken if may_grow else 0


@dataclass(frozen=True, slots=True)
class Ink:
    """The lower and right edges of what shows in a frame; `text_bottom` of its text alone."""

    bottom: Length
    text_bottom: Length
    right: Length


def ink_of(frame: Box, *, itself: bool = False) -> Ink:
    """Return how far what shows in `frame` reaches; `itself`: its own paint or picture counts too."""
    boxes = [box for box in frame.walk() if (itself or box is not frame) and _shows(box)]
    lines = [line for box in frame.walk() for line in box.lines]
    text_bottom = max((line.rect.bottom for line in lines), default=frame.content.y)
    rects = [line.rect for line in lines] + [box.rect for box in boxes]
    return Ink(
        Length(max([text_bottom, *(rect.bottom for rect in rects)])),
        text_bottom,
        Length(max([frame.content.x, *(rect.right for rect in rects)])),
    )


def _shows(box: Box) -> bool:
    """Return whether a box itself shows: paint, a picture, a chart or a table."""
    objects = {"data-chart", "data-picture"} & box.attributes.keys()
    return box.style.decorated or bool(objects) or box.kind in (BoxKind.REPLACED, BoxKind.TABLE)


def room_bottom(frame: Box) -> Length:
    """Return how far down text may reach in `frame`."""
    return Length(frame.content.bottom - round(frame.content.height * SPARE_HEIGHT))


def excess_height(frame: Box) -> Length:
    """Return how much higher than its room the content of `frame` is; zero or less fits.

    Text keeps the spare height free, in filled boxes too; what cannot grow, such as a chart, may fill the frame.
    """
    ink = ink_of(frame)
    filled = (
        _missing_height(box) for box in frame.walk() if box.style.background and box.tag not in ("td", "th")
    )
    return Length(max([ink.text_bottom - room_bottom(frame), ink.bottom - frame.content.bottom, *filled]))


def _missing_height(box: Box) -> int:
    """Return what the padding of a filled box, which does not grow, lacks of the spare height of its text."""
    lines = [line.rect for inner in box.walk() for line in inner.lines]
    if not lines:
        return 0
    top, bottom = min(line.y for line in lines), max(line.bottom for line in lines)
    room = box.content.bottom + box.style.padding.bottom - top
    return round((bottom - top) * (1 + SPARE_HEIGHT)) - room


def excess_width(frame: Box) -> Length:
    """Return by how much something in `frame` sticks out of it on the right, or a line out of its box; zero fits."""
    lines = (
        max(line.rect.right - box.content.right, box.content.x - line.rect.x)
        for box in frame.walk()
        for line in box.lines
    )
    return Length(max([ink_of(frame).right - frame.content.right, *lines]))
