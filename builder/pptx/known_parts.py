"""Parts as the last deck of this process had them, for the next one: a word changes few of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator

from builder.deck.model import ChartShape, Group, SlideShape
from builder.pptx.canvas import Canvas, Need
from builder.remembered import Remembered

KNOWN_PARTS = 1_000
"""Parts, of some 20 kB each, that are remembered: slides, notes and layouts of a deck of 400 slides."""

_known: Remembered[tuple[bytes, tuple[Need, ...]]] = Remembered(KNOWN_PARTS)


def write_part(canvas: Canvas, name: Hashable, source: object, write: Callable[[], bytes]) -> None:
    """Give the part of `canvas` its bytes: those that it was last written with under this name, if of equal `source`.

    `source` is all that `write` depends on, beside the number and the languages of the canvas. What the part needs of
    others is required again in the same order, and so gets the same ids.
    """
    whole = (source, canvas.slide_number, canvas.lang, canvas.monospace)
    known = _known.find(name, whole)
    if known is None:
        data = write()
        _known.keep(name, whole, (data, tuple(canvas.needs)))
    else:
        data, needs = known
        for need in needs:
            canvas.require(need)
    canvas.part.data = data


def charts_in(shapes: tuple[SlideShape, ...]) -> Iterator[str]:
    """Yield the charts among shapes as texts, which tell numbers apart that are equal, such as 0 and -0."""
    for shape in shapes:
        if isinstance(shape, ChartShape):
            yield repr(shape.plan)
        elif isinstance(shape, Group):
            yield from charts_in(shape.shapes)
