"""Names of slices around a circle."""

from __future__ import annotations

import math
from dataclasses import dataclass

from builder.resolve.charts.drawing import LabelPosition, PlacedText, TextAlign, TextRole
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import apart, inside, label, place, spread
from builder.resolve.charts.plan import Point
from builder.units import Size

GAP_EM = 0.3

HALVINGS = 24
"""Of the stretch on which a name's distance from the circle is sought."""


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


@dataclass(frozen=True, slots=True)
class Namer:
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


def name_labels(namer: Namer, parts: tuple[Slice, ...], hole: int) -> list[PlacedText]:
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
