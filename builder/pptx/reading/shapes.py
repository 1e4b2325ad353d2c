"""Shapes as read back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from builder.pptx.names import ADEC, P
from builder.pptx.reading.charts import chart_numbers, chart_texts
from builder.pptx.reading.editability import count_overrides
from builder.pptx.reading.model import ReadShape, ShapeKind
from builder.pptx.reading.text import links_of, paragraphs_of
from builder.units import Length, Rect

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.shapes.base import BaseShape
    from pptx.table import Table


def read_shape(shape: BaseShape, part: Part, numbers: Mapping[Part, int]) -> ReadShape:
    """Return what a shape of the slide `part` shows, and its members with it."""
    own: Any = shape  # python-pptx tells kinds of shapes apart by their attributes
    kind = _kind(own)
    inner = own.shapes if kind is ShapeKind.GROUP else ()
    chart = own.chart_part.blob if kind is ShapeKind.CHART else b""
    return ReadShape(
        kind=kind,
        name=shape.name,
        alt=_alternative_text(own),
        decorative=_is_decorative(own),
        rect=Rect(*(Length(value or 0) for value in (shape.left, shape.top, shape.width, shape.height))),
        placeholder=_placeholder(own),
        overrides=count_overrides(own.element) if shape.is_placeholder else 0,
        paragraphs=paragraphs_of(own.text_frame) if shape.has_text_frame else (),
        cells=_cells(own.table) if kind is ShapeKind.TABLE else (),
        series_texts=chart_texts(chart) if chart else (),
        numbers=chart_numbers(chart) if chart else (),
        links=() if inner else tuple(links_of(own.element, part, numbers)),
        shapes=tuple(read_shape(member, part, numbers) for member in inner),
    )


def _kind(shape: Any) -> ShapeKind:
    match shape.element.tag.rpartition("}")[2]:
        case "cxnSp":
            return ShapeKind.CONNECTOR
        case "grpSp":
            return ShapeKind.GROUP
        case "pic":
            return ShapeKind.PICTURE
        case "graphicFrame":
            return ShapeKind.TABLE if shape.has_table else ShapeKind.CHART
    if shape.is_placeholder:
        return ShapeKind.PLACEHOLDER
    is_text_box = shape.element.find(f"{{{P}}}nvSpPr/{{{P}}}cNvSpPr").get("txBox") == "1"
    return ShapeKind.TEXT_BOX if is_text_box else ShapeKind.AUTOSHAPE


def _alternative_text(shape: Any) -> str:
    return str(_own_properties(shape).get("descr", ""))


def _is_decorative(shape: Any) -> bool:
    marks = _own_properties(shape).iter(f"{{{ADEC}}}decorative")
    return any(mark.get("val") in ("1", "true") for mark in marks)


def _own_properties(shape: Any) -> Any:
    return next(shape.element.iter(f"{{{P}}}cNvPr"))


def _placeholder(shape: Any) -> str:
    reference = next(shape.element.iter(f"{{{P}}}ph"), None) if shape.is_placeholder else None
    return "" if reference is None else str(reference.get("type", "obj"))


def _cells(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple("" if cell.is_spanned else cell.text.replace("\v", "\n") for cell in row.cells)
        for row in table.rows
    )
