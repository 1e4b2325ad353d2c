"""Lines and connectors, glued to the shapes that they join."""

from __future__ import annotations

from builder.deck.model import Line
from builder.pptx.colors import line
from builder.pptx.drawing.geometry import preset, transform
from builder.pptx.drawing.identity import identity
from builder.pptx.drawing.sheet import Sheet
from builder.pptx.xml import Xml, tag


def connector(shape: Line, sheet: Sheet) -> Xml:
    """Return a line; one that joins shapes, or has an arrow head, is a connector that follows them."""
    joins = shape.begin or shape.end or shape.arrow
    arrow = tag("a:tailEnd", type="triangle") if shape.arrow else None
    return tag(
        "p:cxnSp",
        tag(
            "p:nvCxnSpPr",
            identity(*sheet.numbers.take(), shape),
            tag("p:cNvCxnSpPr", _glue("a:stCxn", shape.begin, sheet), _glue("a:endCxn", shape.end, sheet)),
            sheet.application_properties(),
        ),
        tag(
            "p:spPr",
            transform(shape.rect),
            preset("straightConnector1" if joins else "line", shape.rect),
            line("a:ln", shape.stroke, arrow),
        ),
    )


def _glue(name: str, end: tuple[str, int] | None, sheet: Sheet) -> Xml | None:
    if end is None:
        return None
    shape, site = end
    return tag(name, id=sheet.numbers.id_of(shape), idx=site)
