"""The frame of a native chart, which is a part of its own."""

from __future__ import annotations

from builder.deck.model import ChartShape
from builder.pptx.drawing.graphic_frame import graphic_frame
from builder.pptx.drawing.sheet import Sheet
from builder.pptx.names import C
from builder.pptx.xml import Xml, tag


def chart(shape: ChartShape, sheet: Sheet) -> Xml:
    """Return the frame; chart and workbook become parts of the package."""
    (reference,) = sheet.canvas.require(shape.plan)
    content = tag("c:chart", **{"xmlns:c": C, "r:id": reference})
    return graphic_frame(shape, content, C, sheet)
