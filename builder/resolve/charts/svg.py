"""A chart plan as a vector drawing for the page.

Why not matplotlib: importing it and drawing a first line takes 0.9 s, longer than a whole report, and the native
chart needs the geometry anyway.
"""

from __future__ import annotations

import math
from html import escape

from builder.resolve.charts.drawing import (
    AreaMark,
    BarMark,
    DotMark,
    LineMark,
    Mark,
    Place,
    PlacedText,
    SliceMark,
)
from builder.resolve.charts.look import Dash, MarkerShape, Paint
from builder.resolve.charts.plan import ChartPlan
from builder.units import EMU_PER_PT, Rect

OUTLINE_PT = 1.0
"""Width of the lines that part neighbouring fills."""

DOT_LINE_SHARE = 0.2
"""Width of a hollow mark's outline, as a share of its size."""

PLUS_LINE_SHARE = 0.14
"""Width of the lines of a plus, as a share of its size."""

DASHES = {Dash.DASH: (4.0, 3.0), Dash.DOT: (1.0, 2.0)}
"""Lengths of dashes and gaps, in widths of the line."""


def draw_svg(plan: ChartPlan) -> str:
    """Return `plan` as an SVG document, inside measured in points; equal plans give equal text.

    Why its own size is in pixels: resvg knows no points unless it is told a resolution.
    """
    size = plan.size
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_number(size.width.px)}" height="{_number(size.height.px)}"'
        f' viewBox="0 0 {_number(size.width.pt)} {_number(size.height.pt)}" font-family="{escape(plan.style.family)}"'
        f' font-size="{_number(plan.style.size_pt)}">'
    )
    body = [_draw(mark) for mark in plan.marks] + [_draw_text(text) for text in plan.texts]
    return "\n".join((opening, *body, "</svg>", ""))


def _number(value: float) -> str:
    """Return at most two decimals, without trailing zeros or a negative zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _pt(value: float) -> str:
    return _number(value / EMU_PER_PT)


def _fill(paint: Paint) -> str:
    opacity = f' fill-opacity="{_number(paint.opacity)}"' if paint.opacity < 1 else ""
    return f'fill="#{paint.hex}"{opacity}'


def _draw(mark: Mark) -> str:
    match mark:
        case BarMark(rect=rect, paint=paint, outline=outline):
            return f"<rect {_box(rect)} {_fill(paint)}{_outline(outline)}/>"
        case LineMark():
            return _draw_line(mark)
        case AreaMark(places=places, paint=paint, outline=outline):
            return f'<polygon points="{_points(places)}" {_fill(paint)}{_outline(outline)}/>'
        case DotMark():
            return _draw_dot(mark)
        case SliceMark():
            return _draw_slice(mark)


def _box(rect: Rect) -> str:
    return f'x="{_pt(rect.x)}" y="{_pt(rect.y)}" width="{_pt(rect.width)}" height="{_pt(rect.height)}"'


def _points(places: tuple[Place, ...]) -> str:
    return " ".join(f"{_pt(x)},{_pt(y)}" for x, y in places)


def _outline(paint: Paint | None) -> str:
    return f' stroke="#{paint.hex}" stroke-width="{_number(OUTLINE_PT)}"' if paint else ""


def _draw_line(mark: LineMark) -> str:
    stroke = f'fill="none" stroke="#{mark.paint.hex}" stroke-width="{_pt(mark.width)}"'
    if mark.paint.opacity < 1:
        stroke += f' stroke-opacity="{_number(mark.paint.opacity)}"'
    if mark.dash in DASHES:
        lengths = " ".join(_pt(mark.width * length) for length in DASHES[mark.dash])
        stroke += f' stroke-dasharray="{lengths}"'
    return f'<polyline points="{_points(mark.places)}" {stroke} stroke-linejoin="round"/>'


def _draw_dot(mark: DotMark) -> str:
    x, y = mark.place[0] / EMU_PER_PT, mark.place[1] / EMU_PER_PT
    reach, paint = mark.marker.size_pt / 2, _fill(mark.paint)
    if mark.marker.shape is MarkerShape.PLUS:
        return _draw_plus(mark, x, y, reach)
    if mark.marker.hollow:
        line = mark.marker.size_pt * DOT_LINE_SHARE
        reach -= line / 2
        paint = f'{_fill(mark.paper)} stroke="#{mark.paint.hex}" stroke-width="{_number(line)}"'
    if mark.marker.shape is MarkerShape.CIRCLE:
        return f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(reach)}" {paint}/>'
    corners = _corners(mark.marker.shape)
    points = " ".join(f"{_number(x + dx * reach)},{_number(y + dy * reach)}" for dx, dy in corners)
    return f'<polygon points="{points}" {paint}/>'


def _draw_plus(mark: DotMark, x: float, y: float, reach: float) -> str:
    length, width = _number(2 * reach), _number(mark.marker.size_pt * PLUS_LINE_SHARE)
    lines = f"M{_number(x - reach)},{_number(y)}h{length}M{_number(x)},{_number(y - reach)}v{length}"
    return f'<path d="{lines}" stroke="#{mark.paint.hex}" stroke-width="{width}"/>'


def _corners(shape: MarkerShape) -> tuple[tuple[float, float], ...]:
    """Return the corners of a mark of half-size 1."""
    match shape:
        case MarkerShape.DIAMOND:
            return ((0, -1), (1, 0), (0, 1), (-1, 0))
        case MarkerShape.TRIANGLE:
            return ((0, -1), (1, 1), (-1, 1))
        case _:
            return ((-1, -1), (1, -1), (1, 1), (-1, 1))


def _draw_slice(mark: SliceMark) -> str:
    paint = f'{_fill(mark.paint)} stroke="#{mark.paper.hex}" stroke-width="{_number(OUTLINE_PT)}"'
    if mark.end - mark.start >= 360 - 1e-9:
        return _draw_ring(mark)
    large = 1 if mark.end - mark.start > 180 else 0
    first, last = _on_circle(mark, mark.outer, mark.start), _on_circle(mark, mark.outer, mark.end)
    outer, inner = _pt(mark.outer), _pt(mark.inner)
    path = f"M{first} A{outer},{outer} 0 {large} 1 {last}"
    if mark.inner:
        back, home = _on_circle(mark, mark.inner, mark.end), _on_circle(mark, mark.inner, mark.start)
        path += f" L{back} A{inner},{inner} 0 {large} 0 {home} Z"
    else:
        path += f" L{_pt(mark.center[0])},{_pt(mark.center[1])} Z"
    return f'<path d="{path}" {paint}/>'


def _draw_ring(mark: SliceMark) -> str:
    """Return a sector of a whole turn, whose arc would have no length."""
    middle, line = (mark.outer + mark.inner) / 2, mark.outer - mark.inner
    center = f'cx="{_pt(mark.center[0])}" cy="{_pt(mark.center[1])}"'
    if not mark.inner:
        return f'<circle {center} r="{_pt(mark.outer)}" {_fill(mark.paint)}/>'
    return f'<circle {center} r="{_pt(middle)}" fill="none" stroke="#{mark.paint.hex}" stroke-width="{_pt(line)}"/>'


def _on_circle(mark: SliceMark, radius: int, degrees: float) -> str:
    angle = math.radians(degrees)
    return (
        f"{_pt(mark.center[0] + radius * math.sin(angle))},{_pt(mark.center[1] - radius * math.cos(angle))}"
    )


def _draw_text(text: PlacedText) -> str:
    weight = ' font-weight="bold"' if text.bold else ""
    anchor = "" if text.align.value == "start" else f' text-anchor="{text.align.value}"'
    paint = _fill(text.paint)
    if text.turned:
        x, y = _pt(text.baseline), _pt(text.anchor)
        place = f'x="{x}" y="{y}" transform="rotate(-90 {x} {y})"'
    else:
        place = f'x="{_pt(text.anchor)}" y="{_pt(text.baseline)}"'
    return f"<text {place} {paint}{weight}{anchor}>{escape(text.text, quote=False)}</text>"
