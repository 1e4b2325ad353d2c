"""The editability report: how much of a deck is real text, tables, charts and shapes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.pptx.names import A, P
from builder.pptx.reading.model import Editability, ReadShape, ReadSlide, ShapeKind

_SHAPES = frozenset({ShapeKind.TEXT_BOX, ShapeKind.AUTOSHAPE, ShapeKind.CONNECTOR})
_FORMATS = frozenset({f"{{{A}}}solidFill", f"{{{A}}}latin", f"{{{A}}}ea", f"{{{A}}}cs"})


def count_editable(slides: tuple[ReadSlide, ...]) -> Editability:
    """Return what there is to edit on all slides."""
    shapes = [shape for slide in slides for shape in _walk(slide.shapes)]
    kinds = [shape.kind for shape in shapes]
    return Editability(
        placeholders=sum(bool(shape.placeholder) for shape in shapes),
        paragraphs=sum(bool(paragraph.text) for shape in shapes for paragraph in shape.paragraphs),
        tables=kinds.count(ShapeKind.TABLE),
        charts=kinds.count(ShapeKind.CHART),
        shapes=sum(kind in _SHAPES for kind in kinds),
        pictures=kinds.count(ShapeKind.PICTURE),
        overrides=sum(shape.overrides for shape in shapes),
    )


def count_overrides(element: Any) -> int:
    """Return how often a filled placeholder says something that its layout says already.

    Counted are: a place of its own, frame properties, each level of a list style of its own, and each paragraph and
    run with a format of its own. Bold, italic, baseline, highlight and hyperlinks say something about the words, and a
    level about the paragraph.
    """
    if element.tag == f"{{{P}}}graphicFrame":
        return 0  # the format wants a place
    places = sum(1 for place in element.iter(f"{{{A}}}xfrm"))
    frames = sum(bool(frame.attrib or len(frame)) for frame in element.iter(f"{{{A}}}bodyPr"))
    paragraphs = sum(bool(set(own.attrib) - {"lvl"} or len(own)) for own in element.iter(f"{{{A}}}pPr"))
    levels = sum(len(style) for style in element.iter(f"{{{A}}}lstStyle"))
    return (
        places + frames + levels + paragraphs + sum(_is_formatted(run) for run in element.iter(f"{{{A}}}rPr"))
    )


def _is_formatted(run: Any) -> bool:
    return "sz" in run.attrib or any(child.tag in _FORMATS for child in run)


def _walk(shapes: tuple[ReadShape, ...]) -> Iterator[ReadShape]:
    for shape in shapes:
        yield shape
        yield from _walk(shape.shapes)
