"""Pictures: an SVG as vector, with its rendering for programs that cannot show it."""

from __future__ import annotations

from builder.deck.model import LayoutPlaceholder, PictureShape
from builder.model.resolved import Picture
from builder.pptx.canvas import Canvas
from builder.pptx.drawing.geometry import preset, transform
from builder.pptx.drawing.identity import identity
from builder.pptx.drawing.sheet import Sheet
from builder.pptx.names import ASVG
from builder.pptx.xml import Xml, join, tag

_SHARE = 100_000
_LEAST_CROP = 50
"""Less is rounding; shares of a picture's side count in thousandths of a percent (ECMA-376 part 1, 20.1.8.55)."""


def picture(shape: PictureShape, sheet: Sheet) -> Xml:
    """Return a picture; in a placeholder it has a place of its own only where that differs.

    Where its form is another than that of its place, it is cropped by less than nothing: programs call that "Fit".
    """
    filled = sheet.find_placeholder(shape.idx)
    return tag(
        "p:pic",
        tag(
            "p:nvPicPr",
            identity(*sheet.numbers.take(), shape),
            tag("p:cNvPicPr", tag("a:picLocks", noGrp=True if filled else None, noChangeAspect=True)),
            sheet.application_properties(filled),
        ),
        tag(
            "p:blipFill",
            _blip(shape.picture, sheet.canvas),
            _fit(shape),
            tag("a:stretch", tag("a:fillRect")),
        ),
        tag("p:spPr", _place(shape, filled)),
    )


def _fit(shape: PictureShape) -> Xml | None:
    """Return how much wider or higher than the picture its place is, in shares of the picture on each side."""
    shown, rect = shape.picture, shape.rect
    ratio = (rect.width * shown.height_px) / (rect.height * shown.width_px)
    across, down = (round(max(0.0, share - 1) / 2 * _SHARE) for share in (ratio, 1 / ratio))
    if max(across, down) < _LEAST_CROP:
        return None
    sides = {"l": -across or None, "t": -down or None, "r": -across or None, "b": -down or None}
    return tag("a:srcRect", **sides)


def _place(shape: PictureShape, filled: LayoutPlaceholder | None) -> Xml | None:
    if filled and filled.rect == shape.rect:
        return None
    return join((transform(shape.rect), preset("rect", shape.rect)))


def _blip(shown: Picture, canvas: Canvas) -> Xml:
    raster, *vectors = canvas.require(shown)
    if not vectors:
        return tag("a:blip", **{"r:embed": raster})
    embedded = {"r:embed": vectors[0]}
    drawn = tag("asvg:svgBlip", **{"xmlns:asvg": ASVG}, **embedded)
    extension = tag("a:ext", drawn, uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}")
    return tag("a:blip", tag("a:extLst", extension), **{"r:embed": raster})
