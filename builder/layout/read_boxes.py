"""Read WeasyPrint's laid-out boxes into our own types; the only place that knows their attributes.

Holds for WeasyPrint 70.0; `tests/layout/test_boxes.py` is its contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
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
from builder.layout.weasy import weasyprint
from builder.units import Length, Rect, Size

_boxes = weasyprint.formatting_structure.boxes
_AnonymousStyle = weasyprint.css.AnonymousStyle
_strut = weasyprint.text.line_break.strut
_SPACES = re.compile(r"[ \t\r\n\f]+")
_KINDS: tuple[tuple[Any, BoxKind], ...] = (
    (_boxes.TableBox, BoxKind.TABLE),
    (_boxes.TableRowGroupBox, BoxKind.ROW_GROUP),
    (_boxes.TableRowBox, BoxKind.ROW),
    (_boxes.TableCellBox, BoxKind.CELL),
    (_boxes.ReplacedBox, BoxKind.REPLACED),
)
_SIDES = ("top", "right", "bottom", "left")
_PADDINGS = tuple(f"padding_{side}" for side in _SIDES)
_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)
PT_PER_PX = 0.75


def read_page(page: Any) -> LaidOutPage:
    """Return a laid-out page box of WeasyPrint's in our types."""
    size = Size(Length.from_px(page.margin_width()), Length.from_px(page.margin_height()))
    return LaidOutPage(size, _read_box(page))


def _read_box(placed: Any) -> Box:
    box = getattr(placed, "_box", placed)  # the box itself, where a placeholder stands for it
    kind = _kind(box)
    spans, grid = (1, 1), 0
    if kind is BoxKind.CELL:
        spans, grid = (box.colspan, box.rowspan), box.grid_x
    return Box(
        kind,
        (box.element_tag or "").partition("::")[0],
        _attributes(box),
        _border_rect(box),
        Rect.from_px(box.content_box_x(), box.content_box_y(), _px(box.width), _px(box.height)),
        _box_style(box),
        tuple(_children(box)),
        spans,
        grid,
    )


def _attributes(box: Any) -> dict[str, str]:
    """Return the attributes of the box's element, once: neither for anonymous boxes nor table wrappers."""
    anonymous = box.element is None or isinstance(box.style, _AnonymousStyle)
    if anonymous or getattr(box, "is_table_wrapper", False) or "::" in (box.element_tag or ""):
        return {}
    return dict(box.element.attrib)


def _kind(box: Any) -> BoxKind:
    if (box.element_tag or "").endswith("::marker"):
        return BoxKind.MARKER
    return next((kind for cls, kind in _KINDS if isinstance(box, cls)), BoxKind.BLOCK)


def _children(box: Any) -> Iterator[Node]:
    lines = [child for child in getattr(box, "children", ()) if isinstance(child, _boxes.LineBox)]
    breaks = iter(_spaces_at_breaks(box.element, lines))
    for child in getattr(box, "children", ()):
        if isinstance(child, _boxes.LineBox):
            yield from _inline_blocks(child)
            yield _read_line(child, next(breaks))
        elif hasattr(child, "style"):
            yield _read_box(child)


def _inline_blocks(line: Any) -> Iterator[Box]:
    """Yield the boxes that stand in a line: pictures and inline blocks."""
    for child in getattr(line, "children", ()):
        if isinstance(child, _boxes.AtomicInlineLevelBox | _boxes.InlineReplacedBox):
            yield _read_box(child)
        elif isinstance(child, _boxes.InlineBox):
            yield from _inline_blocks(child)


def _read_line(line: Any, space_after: bool) -> Line:
    parts = tuple(_fragments(line, _Around(line.style["font_size"])))
    forced = bool(parts) and isinstance(parts[-1], ForcedBreak)
    rect = Rect.from_px(line.position_x, line.position_y, line.width, line.height)
    return Line(rect, parts, space_after and not forced)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the inline boxes around a text say of it; `size_px` is the font size around what is raised or lowered."""

    size_px: float
    vertical_align: str = "baseline"
    href: str = ""
    background: str | None = None

    def inside(self, box: Any) -> _Around:
        """Return what holds inside of an inline box too."""
        vertical_align = _raised(box.style) or self.vertical_align
        return _Around(
            self.size_px if vertical_align != "baseline" else box.style["font_size"],
            vertical_align,
            box.element.get("href", self.href) if box.element_tag == "a" else self.href,
            _color(box.style["background_color"]) or self.background,
        )


def _fragments(box: Any, around: _Around) -> Iterator[Fragment | ForcedBreak]:
    for child in getattr(box, "children", ()):
        if child.element_tag == "br":
            yield ForcedBreak()
        elif isinstance(child, _boxes.TextBox):
            if child.text:
                yield _fragment(child, around)
        elif isinstance(child, _boxes.InlineBox):
            yield from _fragments(child, around.inside(child))


def _fragment(box: Any, around: _Around) -> Fragment:
    rect = Rect.from_px(box.position_x, box.position_y, box.width, box.height)
    style = _text_style(box.style, around.href, around.vertical_align, around.background)
    return Fragment(box.text, style, rect, around.size_px * PT_PER_PX)


def _raised(style: Any) -> str | None:
    """Return super or sub for inline boxes off the baseline: the computed shift is a length, half an em for `sup`."""
    shift = style["vertical_align"]
    if isinstance(shift, str) or not shift:
        return None
    return "super" if shift > 0 else "sub"


def _spaces_at_breaks(element: Any, lines: list[Any]) -> list[bool]:
    """Tell for each line whether white space was collapsed at the break after it.

    The engine drops it from the line, so the lines are matched with the element's own text.
    """
    if element is None or len(lines) < 2:
        return [False] * len(lines)
    source = _SPACES.sub(" ", "".join(element.itertext())).casefold()
    found: list[bool] = []
    position = 0
    for line, following in pairwise(lines):
        for text in _line_texts(line):
            start = source.find(text.casefold(), position)
            position = start + len(text) if start >= 0 else position
        head = next(_line_texts(following), "").casefold()
        start = source.find(head, position)
        found.append(start < 0 or " " in source[position:start])
    return [*found, False]


def _line_texts(box: Any) -> Iterator[str]:
    for child in getattr(box, "children", ()):
        if isinstance(child, _boxes.TextBox) and child.text.strip():
            yield child.text.strip(" ")
        elif isinstance(child, _boxes.InlineBox):
            yield from _line_texts(child)


def _text_style(
    style: Any, href: str = "", vertical: str = "baseline", background: str | None = None
) -> TextStyle:
    known = style.__dict__.setdefault("known_text_styles", {})
    found: TextStyle | None = known.get((href, vertical, background))
    if found is None:
        found = known[href, vertical, background] = _read_text_style(style, href, vertical, background)
    return found


def _read_text_style(style: Any, href: str, vertical: str, background: str | None) -> TextStyle:
    decoration = style["text_decoration_line"]
    return TextStyle(
        family=style["font_family"][0],
        size_pt=round(style["font_size"] * PT_PER_PX, 3),
        bold=style["font_weight"] >= 600,
        italic=style["font_style"] != "normal",
        color=_color(style["color"]) or "000000",
        underline=decoration != "none" and "underline" in decoration,
        vertical_align=vertical,
        href=href,
        background=background,
    )


def _box_style(box: Any) -> BoxStyle:
    """Return what is read of a box's style; once for boxes of the same style, padding and border."""
    paddings = _paddings(box)
    borders = tuple(_px(getattr(box, name, 0)) for name in _BORDERS)
    known = box.style.__dict__.setdefault("known_box_styles", {})
    found: BoxStyle | None = known.get((paddings, borders))
    if found is None:
        found = known[paddings, borders] = _read_box_style(box.style, paddings, borders)
    return found


def _read_box_style(style: Any, paddings: tuple[float, ...], borders: tuple[float, ...]) -> BoxStyle:
    radius = style["border_top_left_radius"][0]
    vertical = style["vertical_align"]
    top, right, bottom, left = (
        _edge(style, side, width) for side, width in zip(_SIDES, borders, strict=True)
    )
    return BoxStyle(
        text=_text_style(style),
        background=_color(style["background_color"]),
        border_top=top,
        border_right=right,
        border_bottom=bottom,
        border_left=left,
        radius=Length.from_px(radius.value if radius.unit == "px" else 0),
        padding=Sides(*map(Length.from_px, paddings)),
        text_align=str(style["text_align_all"]),
        vertical_align=vertical if isinstance(vertical, str) else "baseline",
        line_height_pt=_strut(style)[0] * PT_PER_PX,
    )


def _paddings(box: Any) -> tuple[float, ...]:
    """Return the paddings in pixels; of a cell the computed ones, because layout moves its text by used ones."""
    used = (_px(getattr(box, name, 0)) for name in _PADDINGS)
    if not isinstance(box, _boxes.TableCellBox):
        return tuple(used)
    computed = (box.style[name] for name in _PADDINGS)
    return tuple(
        float(own.value) if getattr(own, "unit", "") == "px" else width
        for own, width in zip(computed, used, strict=True)
    )


def _edge(style: Any, side: str, width: float) -> Edge | None:
    line = style[f"border_{side}_style"]
    if not width or line in ("none", "hidden"):
        return None
    value = style[f"border_{side}_color"]
    color = _color(style["color"] if value == "currentcolor" else value)
    return None if color is None else Edge(Length.from_px(width), color, line)


def _color(value: Any) -> str | None:
    """Return six hexadecimal digits, or None for a fully transparent colour."""
    if isinstance(value, str) or value is None or value.alpha == 0:
        return None
    return _digits(value.coordinates if value.space == "srgb" else value.to("srgb").coordinates)


@lru_cache(maxsize=1024)
def _digits(coordinates: tuple[float | None, ...]) -> str:
    red, green, blue = (round(min(max(part or 0.0, 0.0), 1.0) * 255) for part in coordinates)
    return f"{red:02X}{green:02X}{blue:02X}"


def _border_rect(box: Any) -> Rect:
    width = _px(box.border_width()) if _has_size(box) else 0
    height = _px(box.border_height()) if _has_size(box) else 0
    return Rect.from_px(box.border_box_x(), box.border_box_y(), width, height)


def _has_size(box: Any) -> bool:
    return not isinstance(box.width, str) and not isinstance(box.height, str)


def _px(value: Any) -> float:
    """Return a used value in pixels; sizes that layout leaves open (auto) are none."""
    return float(value) if isinstance(value, int | float) else 0.0
