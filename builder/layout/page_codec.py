"""Laid-out pages as JSON and back, exactly: for the store.

Styles, of which a page has few, are written once and named by number. Lengths are whole EMU; JSON keeps the other
numbers to the last digit.
"""

from __future__ import annotations

import json
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

from builder.layout.boxes import (
    Box,
    BoxKind,
    BoxStyle,
    Edge,
    ForcedBreak,
    Fragment,
    LaidOutPage,
    Line,
    Node,
    Sides,
    TextStyle,
)
from builder.units import Length, Rect, Size

Row = list[Any]

_text_values = attrgetter(*(field.name for field in fields(TextStyle)))
KNOWN_PAGES = 256
"""Pages, of some 100 kB each, that are remembered for the next build of the same process."""

_KINDS = {kind.value: kind for kind in BoxKind}


def encode_page(page: LaidOutPage) -> bytes:
    """Return a page as JSON."""
    writer = _Writer()
    root = writer.box(page.root)
    size = [page.size.width, page.size.height]
    facts = {"size": size, "root": root, "texts": list(writer.texts), "styles": writer.style_rows}
    return json.dumps(facts, separators=(",", ":")).encode()


@lru_cache(KNOWN_PAGES)
def decode_page(data: bytes) -> LaidOutPage:
    """Return the page that `encode_page` wrote.

    Raises:
        ValueError, KeyError, TypeError, IndexError: `data` is no page.
    """
    facts = json.loads(data)
    texts = [TextStyle(*row) for row in facts["texts"]]
    width, height = facts["size"]
    reader = _Reader(texts, [_style(row, texts) for row in facts["styles"]])
    return LaidOutPage(Size(Length(width), Length(height)), reader.box(facts["root"]))


class _Writer:
    def __init__(self) -> None:
        self.texts: dict[tuple[Any, ...], int] = {}
        self.style_rows: list[Row] = []
        self._styles: dict[BoxStyle, int] = {}

    def box(self, box: Box) -> Row:
        children = [self.box(node) if isinstance(node, Box) else self._line(node) for node in box.children]
        return [
            box.kind.value, box.tag, dict(box.attributes), _rect_row(box.rect), _rect_row(box.content),
            self._style(box.style), children, list(box.spans), box.grid,
        ]  # fmt: skip

    def _line(self, line: Line) -> Row:
        parts = [self._fragment(part) if isinstance(part, Fragment) else 0 for part in line.parts]
        return [_rect_row(line.rect), parts, line.space_after]

    def _fragment(self, part: Fragment) -> Row:
        return [part.text, self._text(part.style), _rect_row(part.rect), part.parent_size_pt]

    def _text(self, style: TextStyle) -> int:
        return self.texts.setdefault(_text_values(style), len(self.texts))

    def _style(self, style: BoxStyle) -> int:
        if style not in self._styles:
            self._styles[style] = len(self._styles)
            edges = (style.border_top, style.border_right, style.border_bottom, style.border_left)
            padding = style.padding
            self.style_rows.append([
                self._text(style.text), style.background,
                [[edge.width, edge.color, edge.style] if edge else None for edge in edges], style.radius,
                [padding.top, padding.right, padding.bottom, padding.left],
                style.text_align, style.vertical_align, style.line_height_pt,
            ])  # fmt: skip
        return self._styles[style]


def _rect_row(rect: Rect) -> Row:
    return [rect.x, rect.y, rect.width, rect.height]


class _Reader:
    def __init__(self, texts: list[TextStyle], styles: list[BoxStyle]) -> None:
        self._texts = texts
        self._styles = styles

    def box(self, row: Row) -> Box:
        kind, tag, attributes, rect, content, style, children, (columns, rows), grid = row
        nodes = tuple(self._node(child) for child in children)
        return Box(
            _KINDS[kind], tag, attributes, _rect(rect), _rect(content), self._styles[style], nodes,
            (columns, rows), grid,
        )  # fmt: skip

    def _node(self, row: Row) -> Node:
        return self._line(row) if len(row) == 3 else self.box(row)

    def _line(self, row: Row) -> Line:
        rect, parts, space_after = row
        return Line(_rect(rect), tuple(self._part(part) for part in parts), space_after)

    def _part(self, row: Row | int) -> Fragment | ForcedBreak:
        if isinstance(row, int):
            return ForcedBreak()
        text, style, rect, parent_size_pt = row
        return Fragment(text, self._texts[style], _rect(rect), parent_size_pt)


def _style(row: Row, texts: list[TextStyle]) -> BoxStyle:
    text, background, edges, radius, padding, text_align, vertical_align, line_height_pt = row
    top, right, bottom, left = (Edge(Length(edge[0]), *edge[1:]) if edge else None for edge in edges)
    return BoxStyle(
        texts[text], background, top, right, bottom, left, Length(radius), Sides(*map(Length, padding)),
        text_align, vertical_align, line_height_pt,
    )  # fmt: skip


def _rect(row: Row) -> Rect:
    x, y, width, height = row
    return Rect(Length(x), Length(y), Length(width), Length(height))
