"""Pies and doughnuts, each slice named beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.model.block import Chart, ChartKind
from builder.resolve.charts.data import category_series, column_names, series_paint
from builder.resolve.charts.drawing import LabelPosition, PlacedText, SliceMark, TextAlign, TextRole
from builder.resolve.charts.header import header
from builder.resolve.charts.look import ChartStyle
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import apart, edges, inside, label, place, spread
from builder.resolve.charts.plan import ChartPlan, Point, Series
from builder.units import Length, Rect, Size

HOLE_PERCENT = 58
NAMES_SHARE = 0.34
"""Of the chart's width that names may take at either side."""

GAP_EM = 0.3
HALVINGS = 24
"""Of the stretch on which a name's distance from the circle is sought."""

SEPARATOR = ", "
WHOLE_TURN = 360.0


@dataclass(frozen=True, slots=True)
class Slice:
    """A point's sector: angles in degrees, clockwise from twelve o'clock."""

    index: int
    point: Point
    start: float
    end: float

    @property
    def direction(self) -> tuple[float, float]:
        """The unit vector through its middle, y growing downwards."""
        angle = math.radians((self.start + self.end) / 2)
        return math.sin(angle), -math.cos(angle)


def slices(points: tuple[Point, ...]) -> Iterator[Slice]:
    """Give a sector for each value above zero."""
    total = sum(point.value for point in points if point.value and point.value > 0)
    start = 0.0
    for index, point in enumerate(points):
        if point.value and point.value > 0:
            end = start + WHOLE_TURN * point.value / total
            yield Slice(index, point, start, end)
            start = end


def plan_pie(chart: Chart, size: Size, style: ChartStyle) -> ChartPlan:
    """Return the plan of a pie or a doughnut; it shows the first series."""
    ruler = Ruler(style)
    categories, found = category_series(chart, style)
    series = tuple(_painted(one, style) for one in found[:1])
    parts = tuple(slices(series[0].points)) if series else ()
    head = header(ruler, size.width, chart.y_title)
    names = {part.index: _slice_text(ruler, categories, part, size) for part in parts}
    circle = _circle(ruler, size, head.height, list(names.values()))
    radius = circle.width / 2
    namer = _Namer(ruler, size, (circle.x + radius, circle.y + radius), radius, names)
    hole = HOLE_PERCENT if chart.kind is ChartKind.DOUGHNUT else 0
    return ChartPlan(
        kind=chart.kind,
        size=size,
        style=style,
        plot=circle,
        categories=categories,
        series=series,
        value_axis=None,
        hole_percent=hole,
        names=column_names(chart),
        marks=tuple(_mark(part, circle, hole, style) for part in parts),
        texts=(*head.texts, *_labels(namer, parts, hole)),
    )


def _painted(series: Series, style: ChartStyle) -> Series:
    """Return the series with a colour for each point; a highlighted one keeps the accent colour."""
    points = tuple(
        point if point.paint != series.paint else replace(point, paint=series_paint(style, index))
        for index, point in enumerate(series.points)
    )
    return replace(series, points=points, marker=None)


def _slice_text(ruler: Ruler, categories: tuple[str, ...], part: Slice, size: Size) -> str:
    value = f"{SEPARATOR}{part.point.text}" if part.point.text else ""
    most = round(size.width * NAMES_SHARE) - ruler.width(value)
    return ruler.cut(categories[part.index], most) + value


def _circle(ruler: Ruler, size: Size, top: int, names: list[str]) -> Rect:
    """Return the square around the circle, with room for names beside, above and below it."""
    room = ruler.line + ruler.em(GAP_EM)
    diameter = min(size.height - top - 2 * room, size.width - 2 * (ruler.widest(names) + ruler.em(GAP_EM)))
    diameter = max(0, diameter)
    middle_x, middle_y = size.width / 2, (top + size.height) / 2
    reach = diameter / 2
    return edges(middle_x - reach, middle_y - reach, middle_x + reach, middle_y + reach)


def _mark(part: Slice, circle: Rect, hole: int, style: ChartStyle) -> SliceMark:
    outer = circle.width // 2
    center = (Length(circle.x + outer), Length(circle.y + outer))
    inner = Length(round(outer * hole / 100))
    return SliceMark(center, Length(outer), inner, part.start, part.end, part.point.paint, style.paper)


@dataclass(frozen=True, slots=True)
class _Namer:
    """Places names around a circle of `radius`."""

    ruler: Ruler
    size: Size
    center: tuple[float, float]
    radius: float
    names: dict[int, str]

    def texts(self, parts: tuple[Slice, ...]) -> list[PlacedText]:
        """Return the names close to their slices, or in a column at each side where they would overlap."""
        close = [self.close_to(part) for part in parts]
        free = apart((text.rect for text in close), 0) and all(
            inside(text.rect, self.size, 0) for text in close
        )
        return close if free else self._in_columns(parts)

    def close_to(self, part: Slice) -> PlacedText:
        """Return a slice's name touching the gap around the circle."""
        across, down = part.direction
        half = self.ruler.width(self.names[part.index]) / 2, self.ruler.line / 2
        near = self.radius
        far = near + self.ruler.em(GAP_EM) + half[0] + half[1]
        for _ in range(HALVINGS):
            distance = (near + far) / 2
            x, y = max(0.0, abs(across * distance) - half[0]), max(0.0, abs(down * distance) - half[1])
            near, far = (distance, far) if math.hypot(x, y) < self._reach else (near, distance)
        return self._place(part, self.center[0] + across * far, self.center[1] + down * far, TextAlign.MIDDLE)

    @property
    def _reach(self) -> float:
        return self.radius + self.ruler.em(GAP_EM)

    def _in_columns(self, parts: tuple[Slice, ...]) -> list[PlacedText]:
        texts: dict[int, PlacedText] = {}
        for side in (1, -1):
            own = [part for part in parts if (part.direction[0] >= 0) is (side > 0)]
            wished = [self.center[1] + part.direction[1] * self._reach for part in own]
            align = TextAlign.START if side > 0 else TextAlign.END
            for part, y in zip(own, spread(wished, self.ruler.line, 0, self.size.height), strict=True):
                texts[part.index] = self._place(part, self.center[0] + side * self._reach, y, align)
        return [texts[part.index] for part in parts]

    def _place(self, part: Slice, x: float, y: float, align: TextAlign) -> PlacedText:
        name = self.names[part.index]
        return place(self.ruler, TextRole.VALUE, name, x, y, align, self.ruler.style.ink)


def _labels(namer: _Namer, parts: tuple[Slice, ...], hole: int) -> list[PlacedText]:
    """Return the names as data labels: of a pie outside its rim, of a doughnut moved there from its ring."""
    texts = []
    for part, text in zip(parts, namer.texts(parts), strict=True):
        sine, cosine = part.direction
        x, y = text.rect.x + text.rect.width / 2, text.rect.y + text.rect.height / 2
        if hole:
            ring = namer.radius * (1 + hole / 100) / 2
            home, position = (
                (namer.center[0] + sine * ring, namer.center[1] + cosine * ring),
                LabelPosition.CENTER,
            )
        else:
            rect = namer.close_to(part).rect
            home, position = (rect.x + rect.width / 2, rect.y + rect.height / 2), LabelPosition.OUTSIDE_END
        texts.append(label(text, 0, part.index, position, (x - home[0], y - home[1])))
    return texts
