"""Shapes as read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from builder.pptx.names import ADEC, ASVG, A, P, R
from builder.pptx.reading.charts import chart_numbers, chart_texts, workbook_numbers
from builder.pptx.reading.editability import count_overrides
from builder.pptx.reading.model import ReadShape, ShapeKind
from builder.pptx.reading.text import links_of, paragraphs_of
from builder.units import Length, Rect

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.shapes.base import BaseShape
    from pptx.slide import SlideLayout
    from pptx.table import Table

_NOWHERE = Rect(Length(0), Length(0), Length(0), Length(0))


@dataclass(frozen=True, slots=True)
class SlideContext:
    """What reading a slide's shapes needs beyond them.

    Attributes:
        part: the slide's. numbers: of all slides, by their parts.
        places: of the layout's placeholders, by their index.
    """

    part: Part
    numbers: Mapping[Part, int]
    places: Mapping[int, Rect]


def read_shape(shape: BaseShape, context: SlideContext) -> ReadShape:
    """Return what a shape shows, and its members with it."""
    own: Any = shape  # python-pptx tells kinds of shapes apart by their attributes
    reference = _placeholder_reference(own.element)
    kind = _kind(own, reference)
    inner = own.shapes if kind is ShapeKind.GROUP else ()
    chart = own.chart_part.blob if kind is ShapeKind.CHART else b""
    return ReadShape(
        kind=kind,
        name=shape.name,
        alt=_own_properties(own.element).get("descr", ""),
        decorative=_is_decorative(own.element),
        rect=_rect(own, reference, context),
        placeholder="" if reference is None else reference.get("type", "obj"),
        overrides=0 if reference is None else count_overrides(own.element),
        paragraphs=paragraphs_of(own.text_frame) if shape.has_text_frame else (),
        cells=_cells(own.table) if kind is ShapeKind.TABLE else (),
        series_texts=chart_texts(chart) if chart else (),
        numbers=chart_numbers(chart) if chart else (),
        workbook=workbook_numbers(own.chart_part) if chart else (),
        media=tuple(_media(own.element, context.part)) if kind is ShapeKind.PICTURE else (),
        links=() if inner else tuple(links_of(own.element, context.part, context.numbers)),
        shapes=tuple(read_shape(member, context) for member in inner),
    )


def layout_places(layout: SlideLayout, inherited: dict[tuple[Part, str], Rect]) -> dict[int, Rect]:
    """Return where the placeholders of a layout stand, by their index; `inherited` are those of masters, by their type.

    Why: python-pptx walks the layout's shapes for each coordinate of each inheriting shape, and the master's for each
    inheriting placeholder.
    """
    placeholders: Any = layout.placeholders  # its annotations are not iterable
    places: dict[int, Rect] = {}
    for own in placeholders:
        reference = _placeholder_reference(own.element)
        place = _written_rect(own)
        if place is None and next(own.element.iter("{*}xfrm"), None) is None:
            key = (layout.slide_master.part, reference.get("type", "obj"))
            place = inherited[key] if key in inherited else inherited.setdefault(key, _own_rect(own))
        places[int(reference.get("idx", "0"))] = place or _own_rect(own)
    return places


def _written_rect(placeholder: Any) -> Rect | None:
    """Return the place that is written in a placeholder itself; None where it has its master's."""
    written = next(placeholder.element.iter("{*}xfrm"), None)
    if written is None or len(written) != 2:
        return None
    offset, extent = written
    values = (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy"))
    return Rect(*(Length(int(value)) for value in values))


def _rect(shape: Any, reference: Any, context: SlideContext) -> Rect:
    if reference is None or next(shape.element.iter("{*}xfrm"), None) is not None:
        return _own_rect(shape)
    return context.places.get(int(reference.get("idx", "0")), _NOWHERE)


def _own_rect(shape: Any) -> Rect:
    return Rect(*(Length(value or 0) for value in (shape.left, shape.top, shape.width, shape.height)))


def _kind(shape: Any, reference: Any) -> ShapeKind:
    match shape.element.tag.rpartition("}")[2]:
        case "cxnSp":
            return ShapeKind.CONNECTOR
        case "grpSp":
            return ShapeKind.GROUP
        case "pic":
            return ShapeKind.PICTURE
        case "graphicFrame":
            return ShapeKind.TABLE if shape.has_table else ShapeKind.CHART
    if reference is not None:
        return ShapeKind.PLACEHOLDER
    is_text_box = shape.element.find(f"{{{P}}}nvSpPr/{{{P}}}cNvSpPr").get("txBox") == "1"
    return ShapeKind.TEXT_BOX if is_text_box else ShapeKind.AUTOSHAPE


def _own_properties(element: Any) -> Any:
    return element[0].find(f"{{{P}}}cNvPr")  # the non-visual properties are every shape's first child


def _placeholder_reference(element: Any) -> Any:
    return element[0].find(f"{{{P}}}nvPr/{{{P}}}ph")


def _is_decorative(element: Any) -> bool:
    marks = _own_properties(element).iter(f"{{{ADEC}}}decorative")
    return any(mark.get("val") in ("1", "true") for mark in marks)


def _media(element: Any, part: Part) -> Iterator[str]:
    """Yield the SHA-256 of each file that a picture shows: its vector too, if it has one."""
    for node in element.iter(f"{{{A}}}blip", f"{{{ASVG}}}svgBlip"):
        target = part.rels.get(node.get(f"{{{R}}}embed", ""))
        if target is not None and not target.is_external:
            yield sha256(target.target_part.blob).hexdigest()


def _cells(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple("" if cell.is_spanned else cell.text.replace("\v", "\n") for cell in row.cells)
        for row in table.rows
    )
