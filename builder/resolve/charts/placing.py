"""Putting lines of text at their places, and keeping them apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.resolve.charts.drawing import LabelPosition, PlacedText, TextAlign, TextRole
from builder.resolve.charts.look import Paint
from builder.resolve.charts.metrics import Ruler
from builder.units import Length, Rect, Size


def edges(left: float, top: float, right: float, bottom: float) -> Rect:
    """Return the rectangle between four edges, rounded; never less than nothing."""
    x, y = Length(round(left)), Length(round(top))
    return Rect(x, y, Length(max(0, round(right) - x)), Length(max(0, round(bottom) - y)))


def place(
    ruler: Ruler,
    role: TextRole,
    text: str,
    anchor: float,
    middle: float,
    align: TextAlign,
    paint: Paint,
    bold: bool = False,
) -> PlacedText:
    """Return `text` with its start, middle or end at x `anchor` and its line centred on y `middle`."""
    width, line = ruler.width(text, bold), ruler.line
    left = anchor - {TextAlign.START: 0, TextAlign.MIDDLE: width / 2, TextAlign.END: width}[align]
    top = round(middle - line / 2)
    rect = Rect(Length(round(left)), Length(top), width, line)
    return PlacedText(role, text, rect, Length(top + ruler.ascent), align, paint, bold)


def place_turned(
    ruler: Ruler, role: TextRole, text: str, middle: float, end: float, paint: Paint
) -> PlacedText:
    """Return `text` reading upwards, ending at y `end`, its line centred on x `middle`."""
    width, line = ruler.width(text), ruler.line
    left = round(middle - line / 2)
    rect = Rect(Length(left), Length(round(end)), line, width)
    return PlacedText(role, text, rect, Length(left + ruler.ascent), TextAlign.END, paint, turned=True)


def label(
    placed: PlacedText,
    series: int,
    point: int,
    position: LabelPosition,
    offset: tuple[float, float] = (0, 0),
) -> PlacedText:
    """Return a placed text as the data label of a point."""
    moved = (Length(round(offset[0])), Length(round(offset[1])))
    return replace(placed, series=series, point=point, position=position, offset=moved)


def spread(middles: Sequence[float], height: float, top: float, bottom: float) -> list[float]:
    """Return the middles moved as little as a simple sweep can, so that boxes of `height` do not overlap.

    They keep their order and stay between `top` and `bottom` where there is room for all.
    """
    order = sorted(range(len(middles)), key=middles.__getitem__)
    placed = [max(middles[index], top + height / 2) for index in order]
    for position in range(1, len(placed)):
        placed[position] = max(placed[position], placed[position - 1] + height)
    limit = bottom - height / 2
    for position in reversed(range(len(placed))):
        placed[position] = min(placed[position], limit)
        limit = placed[position] - height
    result = [0.0] * len(middles)
    for position, index in enumerate(order):
        result[index] = placed[position]
    return result


def overlap(first: Rect, second: Rect, tolerance: int) -> bool:
    """Return whether two rectangles share more than `tolerance` EMU both ways."""
    return (
        min(first.right, second.right) - max(first.x, second.x) > tolerance
        and min(first.bottom, second.bottom) - max(first.y, second.y) > tolerance
    )


def apart(rects: Iterable[Rect], tolerance: int) -> bool:
    """Return whether no two rectangles overlap."""
    order = sorted(rects, key=lambda rect: rect.y)
    tallest = max((rect.height for rect in order), default=0)
    for index, first in enumerate(order):
        for second in order[index + 1 :]:
            if second.y >= first.y + tallest:
                break
            if overlap(first, second, tolerance):
                return False
    return True


def inside(rect: Rect, size: Size, tolerance: int) -> bool:
    """Return whether a rectangle lies in a chart of this size."""
    return Rect(Length(0), Length(0), size.width, size.height).contains(rect, tolerance)
