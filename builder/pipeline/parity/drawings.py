"""Pictures and charts: what they have beside their words, as expected and as found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from builder.model.block import Block, Chart, ChartKind, Figure, Output
from builder.model.resolved import Picture
from builder.pipeline.parity.block_pieces import chart_pieces
from builder.pipeline.parity.pieces import Piece, words_from_right
from builder.pipeline.parity.sheet import Sheet
from builder.pipeline.parity.text import squeeze


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture or a chart.

    Attributes:
        drawn: how many things are drawn; expected is as many or more. pieces: its texts, found as one.
        numbers: the values of a native chart, each as often as it is there. cells: the numbers in its workbook.
        files: the SHA-256 of each file of a picture, expected with its name.
    """

    alt: str
    drawn: int = 1
    pieces: tuple[Piece, ...] = ()
    numbers: tuple[float, ...] = ()
    cells: tuple[float, ...] = ()
    files: tuple[tuple[str, str], ...] = ()

    def is_like(self, wanted: Drawing) -> bool:
        """Return whether this has the alternative text of what is wanted, and is drawn at all."""
        return self.drawn > 0 and squeeze(self.alt).text == squeeze(wanted.alt).text

    def lacks(self, wanted: Drawing) -> Iterator[str]:
        """Yield what is wanted and not here, as people are told."""
        text = Sheet(0, squeeze("\n".join(piece.text for piece in self.pieces)))
        for piece in sorted(wanted.pieces, key=lambda piece: -len(piece.text)):
            if not text.take(squeeze(piece.text).text):
                yield piece.text
        if self.drawn < wanted.drawn:
            yield f"{wanted.drawn - self.drawn} of {wanted.drawn} values"
        for number in (Counter(map(_key, wanted.numbers)) - Counter(map(_key, self.numbers))).elements():
            yield number
        for number in (Counter(map(_key, wanted.cells)) - Counter(map(_key, self.cells))).elements():
            yield f"{number} in the workbook"
        there = {digest for digest, _ in self.files}
        yield from (name for digest, name in wanted.files if digest not in there)


def _key(number: float) -> str:
    return f"{number:.12g}"


DRAWN_SINGLY = frozenset(ChartKind) - {ChartKind.LINE, ChartKind.AREA, ChartKind.KAPLAN_MEIER}
"""Charts that draw something for each value."""


def expected_drawing(block: Block, picture: Picture | None, output: Output) -> Drawing | None:
    """Return the picture or chart that `output` must have of a block; values and files are the deck's."""
    if isinstance(block, Chart):
        numbers, pieces = _numbers(block), tuple(chart_pieces(block))
        if output is Output.DECK:
            return Drawing(block.alt, pieces=pieces, numbers=numbers, cells=numbers)
        words = tuple(word for piece in pieces for word in words_from_right(piece))
        return Drawing(block.alt, len(numbers) if block.kind in DRAWN_SINGLY else min(len(numbers), 1), words)
    if isinstance(block, Figure):
        files = tuple(_embedded_files(picture)) if picture and output is Output.DECK else ()
        return Drawing(block.alt, files=files)
    return None


def _numbers(block: Chart) -> tuple[float, ...]:
    """Return the values of a chart, with repeats."""
    data = (datum for name in block.y for datum in block.column(name).values)
    return tuple(datum.number for datum in data if datum.number is not None)


def _embedded_files(picture: Picture) -> Iterator[tuple[str, str]]:
    """Yield the SHA-256 and the name of each file that the deck embeds of a picture: an SVG and its rendering."""
    is_vector = picture.media_type == "image/svg+xml"
    raster = picture.png if picture.png is not None else picture.data
    for data in (picture.data, raster) if is_vector else (raster,):
        yield sha256(data).hexdigest(), picture.name
