"""Graphic frames, which hold tables and charts."""

from __future__ import annotations

from builder.deck.model import ChartShape, TableShape
from builder.pptx.drawing.geometry import transform
from builder.pptx.drawing.identity import identity
from builder.pptx.drawing.sheet import Sheet
from builder.pptx.xml import Xml, tag


def graphic_frame(shape: TableShape | ChartShape, content: Xml, uri: str, sheet: Sheet) -> Xml:
    """Return the frame of a table or a chart; the format wants its place even in a placeholder."""
    filled = sheet.find_placeholder(shape.idx)
    locks = tag("a:graphicFrameLocks", noGrp=True)
    return tag(
        "p:graphicFrame",
        tag(
            "p:nvGraphicFramePr",
            identity(*sheet.numbers.take(), shape),
            tag("p:cNvGraphicFramePr", locks),
            sheet.application_properties(filled),
        ),
        transform(shape.rect, "p:xfrm"),
        tag("a:graphic", tag("a:graphicData", content, uri=uri)),
    )
