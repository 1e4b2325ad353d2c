"""Compile laid-out boxes to shapes (the vocabulary is described in `templates/README.md`)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder.deck.fit import heighten, widen
from builder.deck.layouts import PLACEHOLDERS
from builder.deck.look import color_of, stroke_of
from builder.deck.model import (
    Anchor,
    ChartShape,
    Group,
    Insets,
    LayoutPlaceholder,
    Line,
    ParagraphAlign,
    PictureShape,
    PlaceholderText,
    SlideLayout,
    SlideShape,
    Stroke,
    TextFrame,
    TextShape,
)
from builder.deck.tables import compile_table
from builder.deck.text import LaidOutText, TextContext, read_text
from builder.diagnostics import Diagnostics
from builder.layout.boxes import Box, BoxKind
from builder.model.block import Chart
from builder.model.resolved import Picture
from builder.resolve.charts.check import check_plan
from builder.resolve.charts.planner import plan_chart
from builder.resolve.charts.style import chart_style
from builder.units import Length, Rect, Size

ANCHORS = {"middle": Anchor.MIDDLE, "bottom": Anchor.BOTTOM, "top": Anchor.TOP}
SPECIAL = ("data-placeholder", "data-chart", "data-picture", "data-group", "data-connector", "data-shape")
"""Attributes that make an element an object of its own, never mere text of the one around it."""

_SIDES = ("top", "left", "bottom", "right")
_GLUED = re.compile(rf"(\S.*?):({'|'.join(_SIDES)})\b")


@dataclass(slots=True)
class Compiler:
    """Compiles the boxes of one slide.

    Attributes:
        layout: of the slide; None while layouts themselves are compiled.
        charts, pictures: by the path of their block. alts: alternative text by path. found: takes what is wrong.
    """

    context: TextContext
    layout: SlideLayout | None
    charts: Mapping[str, Chart]
    pictures: Mapping[str, Picture]
    alts: Mapping[str, str]
    found: Diagnostics
    _names: set[str] = field(default_factory=set)

    def compile(self, box: Box) -> Iterator[SlideShape]:
        """Yield the shapes of a box and all in it, in document order, which is the reading order."""
        attributes = box.attributes
        if "data-master" in attributes and self.layout:
            return
        if "data-chart" in attributes:
            yield self._chart(box, None)
        elif "data-picture" in attributes:
            yield self._picture(box, None)
        elif "data-connector" in attributes:
            yield self._connector(box)
        elif "data-group" in attributes:
            yield from self._group(box)
        elif "data-placeholder" in attributes:
            yield from self._placeholder(box)
        elif _is_table(box):
            yield self._table(box, None)
        elif is_text(box, inside="data-shape" in attributes):
            yield from self._text_shape(box)
        else:
            yield from self._decoration(box)
            for child in box.boxes:
                yield from self.compile(child)

    def _name(self, wanted: str) -> str:
        """Return `wanted`, with a number where the slide has a shape of that name."""
        names = itertools.chain((wanted,), (f"{wanted} {number}" for number in itertools.count(2)))
        name = next(name for name in names if name not in self._names)
        self._names.add(name)
        return name

    def _placeholder(self, box: Box) -> Iterator[SlideShape]:
        """Yield the placeholder's text, or the one object that fills it; else what stands in its place."""
        name = PLACEHOLDERS[box.attributes["data-placeholder"]]
        target = self._find_target(name.idx)
        if self.layout and target is None and is_text(box, inside=True):
            yield from self._text_shape(box)
            return
        if is_text(box, inside=True):
            yield from self._placeholder_text(box, target)
            return
        objects = [item for item in box.walk() if _is_object(item)]
        filled = target if len(objects) == 1 else None
        alone = not any(inner.lines for inner in box.walk())
        for item in box.boxes:
            yield from self._filling(item, filled, alone=alone)

    def _filling(self, box: Box, filled: LayoutPlaceholder | None, *, alone: bool) -> Iterator[SlideShape]:
        """Yield what a placeholder holds; a picture fills one only where it is `alone` in it."""
        idx = filled.idx if filled else None
        if "data-chart" in box.attributes:
            yield self._chart(box, idx)
        elif "data-picture" in box.attributes:
            yield self._picture(box, filled if alone else None)
        elif _is_table(box):
            yield self._table(box, idx)
        elif any(_is_object(inner) for inner in box.walk()) and not _is_special(box):
            for child in box.boxes:
                yield from self._filling(child, filled, alone=alone)
        else:
            yield from self.compile(box)

    def _find_target(self, idx: int) -> LayoutPlaceholder | None:
        if self.layout is None:
            return None
        return next((item for item in self.layout.placeholders if item.idx == idx), None)

    def _placeholder_text(self, box: Box, target: LayoutPlaceholder | None) -> Iterator[SlideShape]:
        name = PLACEHOLDERS[box.attributes["data-placeholder"]]
        text = read_text(box, self.context, target.levels if target else ())
        if text is None:
            return
        frame = TextFrame(text.paragraphs, text_height=Length(text.bottom - text.top))
        yield PlaceholderText(
            name=self._name(name.title),
            rect=(target.slide_rect or target.rect) if target else placeholder_frame(box)[0],
            kind=name.kind,
            idx=name.idx,
            text=frame,
            block=box.attributes.get("data-block", ""),
        )

    def _text_shape(self, box: Box) -> Iterator[SlideShape]:
        text = read_text(box, self.context)
        if text is None:
            yield from self._decoration(box)
            return
        stroke, bars = self._edges(box)
        visible = bool(box.style.background or stroke)
        rect, insets = text_frame(box, text, may_grow=not visible)
        label = box.attributes.get("data-name") or ("Box" if visible else "Text")
        yield from bars
        yield TextShape(
            name=self._name(label),
            rect=rect,
            block=box.attributes.get("data-block", ""),
            geometry=_geometry(box),
            corner=box.style.radius,
            fill=color_of(box.style.background, self.context.theme) if box.style.background else None,
            stroke=stroke,
            text=TextFrame(text.paragraphs, insets, _anchor(box), Length(text.bottom - text.top)),
        )

    def _decoration(self, box: Box) -> Iterator[SlideShape]:
        """Yield what a box without text of its own paints."""
        if not box.style.decorated or not box.rect.width:
            return
        stroke, bars = self._edges(box)
        if box.style.background or stroke:
            yield TextShape(
                name=self._name(box.attributes.get("data-name", "Decoration")),
                rect=box.rect,
                decorative=True,
                geometry=_geometry(box),
                corner=box.style.radius,
                fill=color_of(box.style.background, self.context.theme) if box.style.background else None,
                stroke=stroke,
            )
        yield from bars

    def _edges(self, box: Box) -> tuple[Stroke | None, tuple[SlideShape, ...]]:
        """Return the stroke of a border that is alike on all sides; else a bar for each side that has one."""
        style = box.style
        edges = (style.border_top, style.border_right, style.border_bottom, style.border_left)
        if all(edges) and len(set(edges)) == 1 and edges[0]:
            return stroke_of(edges[0], self.context.theme), ()
        bars = (
            self._bar(rect, edge.color) for rect, edge in zip(_edge_rects(box), edges, strict=True) if edge
        )
        return None, tuple(bars)

    def _bar(self, rect: Rect, color: str) -> SlideShape:
        fill = color_of(color, self.context.theme)
        return TextShape(name=self._name("Rule"), rect=rect, decorative=True, fill=fill)

    def _group(self, box: Box) -> Iterator[SlideShape]:
        shapes = tuple(shape for child in box.boxes for shape in self.compile(child))
        if not shapes:
            return
        yield Group(
            name=self._name(box.attributes.get("data-name", "Group")),
            rect=_union([shape.rect for shape in shapes]),
            alt=self.alts.get(box.attributes.get("data-block", ""), ""),
            block=box.attributes.get("data-block", ""),
            shapes=shapes,
        )

    def _connector(self, box: Box) -> SlideShape:
        begin, end, *_ = (*_sites(box.attributes["data-connector"]), None, None)
        edge = next(e for e in (box.style.border_top, box.style.border_left, box.style.border_bottom) if e)
        flat = Rect(box.rect.x, box.rect.y, box.rect.width, Length(0))
        return Line(
            name=self._name("Connector"),
            rect=flat if box.style.border_top or box.style.border_bottom else _upright(box.rect),
            decorative=True,
            stroke=stroke_of(edge, self.context.theme),
            begin=begin,
            end=end,
            arrow="data-arrow" in box.attributes,
        )

    def _chart(self, box: Box, idx: int | None) -> SlideShape:
        path = box.attributes["data-chart"]
        size = Size(box.content.width, box.content.height)
        style = chart_style(self.context.theme, box.style.text.size_pt)
        plan = plan_chart(self.charts[path], size, style)
        self.found.extend(check_plan(self.charts[path], plan, style))
        return ChartShape(
            name=self._name("Chart"),
            rect=box.content,
            alt=self.alts.get(path, ""),
            block=path,
            plan=plan,
            idx=idx,
        )

    def _picture(self, box: Box, filled: LayoutPlaceholder | None) -> SlideShape:
        path = box.attributes["data-picture"]
        picture = self.pictures[path]
        place = contain(box.content, picture.width_px, picture.height_px)
        return PictureShape(
            name=self._name("Picture"),
            rect=(filled.slide_rect or filled.rect) if filled else place,
            alt=self.alts.get(path, ""),
            block=path,
            picture=picture,
            idx=filled.idx if filled else None,
        )

    def _table(self, box: Box, idx: int | None) -> SlideShape:
        path = box.attributes.get("data-block", "")
        return compile_table(
            box, self.context, name=self._name("Table"), alt=self.alts.get(path, ""), idx=idx
        )


_NOT_FLOWING = (BoxKind.TABLE, BoxKind.ROW_GROUP, BoxKind.ROW, BoxKind.REPLACED)


def is_text(box: Box, *, inside: bool = False) -> bool:
    """Return whether all in `box` is text that one frame can hold; with `inside`, the box itself does not count."""
    if box.kind in _NOT_FLOWING or (not inside and _is_special(box)):
        return False
    return all(not child.style.decorated and is_text(child) for child in box.boxes)


def _is_special(box: Box) -> bool:
    return any(name in box.attributes for name in SPECIAL)


def _is_table(box: Box) -> bool:
    """Return whether a box is a table, not something else that CSS lays out like one."""
    return box.kind is BoxKind.TABLE and box.tag == "table"


def _is_object(box: Box) -> bool:
    return _is_table(box) or "data-chart" in box.attributes or "data-picture" in box.attributes


def text_frame(box: Box, text: LaidOutText, *, may_grow: bool) -> tuple[Rect, Insets]:
    """Return where the frame of laid-out text is written, with spare room in it."""
    padding, rect = box.style.padding, _inside_edges(box)
    top = Length(max(0, text.top - rect.y)) if _anchor(box) is Anchor.TOP else padding.top
    insets = Insets(padding.left, top, padding.right, padding.bottom)
    align = text.paragraphs[0].style.align or ParagraphAlign.LEFT
    frame = widen(rect, insets, align, may_grow=may_grow)
    frame = heighten(frame, Length(text.bottom - text.top), may_grow=may_grow)
    return frame.rect, frame.insets


def placeholder_frame(box: Box) -> tuple[Rect, Insets]:
    """Return a placeholder's rectangle and insets: its box, with a measure wider than it was laid out in."""
    padding = box.style.padding
    insets = Insets(padding.left, padding.top, padding.right, padding.bottom)
    align = {"right": ParagraphAlign.RIGHT, "center": ParagraphAlign.CENTER}.get(
        box.style.text_align, ParagraphAlign.LEFT
    )
    frame = widen(box.rect, insets, align, may_grow=True)
    return frame.rect, frame.insets


def _inside_edges(box: Box) -> Rect:
    """Return a box without its borders: what it paints; of a cell as high as its row."""
    top, right, bottom, left = _edge_rects(box)
    return Rect(
        left.right,
        top.bottom,
        Length(right.x - left.right),
        Length(bottom.y - top.bottom),
    )


def contain(rect: Rect, width: float, height: float) -> Rect:
    """Return the largest rectangle of the proportions `width` to `height` in the middle of `rect`."""
    scale = min(rect.width / width, rect.height / height)
    wide, high = Length(round(width * scale)), Length(round(height * scale))
    return Rect(
        Length(rect.x + (rect.width - wide) // 2), Length(rect.y + (rect.height - high) // 2), wide, high
    )


def _anchor(box: Box) -> Anchor:
    return ANCHORS[box.attributes.get("data-anchor", "top")]


def _geometry(box: Box) -> str:
    return box.attributes.get("data-shape") or ("roundRect" if box.style.radius else "rect")


def _edge_rects(box: Box) -> tuple[Rect, Rect, Rect, Rect]:
    """Return the rectangles of the top, right, bottom and left border."""
    rect, style = box.rect, box.style
    top, right, bottom, left = (
        edge.width if edge else Length(0)
        for edge in (style.border_top, style.border_right, style.border_bottom, style.border_left)
    )
    return (
        Rect(rect.x, rect.y, rect.width, top),
        Rect(Length(rect.right - right), rect.y, right, rect.height),
        Rect(rect.x, Length(rect.bottom - bottom), rect.width, bottom),
        Rect(rect.x, rect.y, left, rect.height),
    )


def _union(rects: list[Rect]) -> Rect:
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    right, bottom = max(rect.right for rect in rects), max(rect.bottom for rect in rects)
    return Rect(left, top, Length(right - left), Length(bottom - top))


def _upright(rect: Rect) -> Rect:
    return Rect(rect.x, rect.y, Length(0), rect.height)


def _sites(written: str) -> Iterator[tuple[str, int]]:
    """Yield what `name:side name:side` glues to; sides are numbered as a rectangle's connection sites."""
    for name, side in _GLUED.findall(written):
        yield name, _SIDES.index(side)
