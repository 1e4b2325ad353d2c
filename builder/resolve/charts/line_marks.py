"""Points, the lines through them, and the texts at both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.resolve.charts.drawing import DotMark, LineMark, Mark, Place, PlacedText
from builder.resolve.charts.end_labels import End, end_labels
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.plan import Axis, Point, Series
from builder.resolve.charts.point_labels import OVER_AND_UNDER, Labelled, dot_rect, point_labels
from builder.resolve.charts.scale import along
from builder.resolve.charts.series_look import interval_width, marker_at
from builder.units import Length, Rect, Size


@dataclass(frozen=True, slots=True)
class LineDrawing:
    """Draws series on a plot; `xs` are the x of every series' points."""

    ruler: Ruler
    size: Size
    series: tuple[Series, ...]
    axis: Axis
    plot: Rect
    xs: tuple[tuple[float, ...], ...]

    def at(self, series: int, index: int) -> Place | None:
        """Return a point's place, None for a gap."""
        value = self.series[series].points[index].value
        return None if value is None else (Length(round(self.xs[series][index])), self._height(value))

    def _height(self, value: float) -> Length:
        return along(self.axis, value, self.plot.bottom, self.plot.y)

    def _shown(self) -> Iterator[tuple[int, int, Point, Place]]:
        for number, one in enumerate(self.series):
            for index, point in enumerate(one.points):
                found = self.at(number, index)
                if found:
                    yield number, index, point, found

    def marks(self, joined: bool = True) -> list[Mark]:
        """Return lines, intervals and dots; lines stop at gaps."""
        marks: list[Mark] = []
        width = interval_width(self.ruler.style)
        for number, one in enumerate(self.series):
            runs = self._runs(number) if joined else []
            marks += [LineMark(places, one.paint, width, one.dash) for places in runs if len(places) > 1]
        for number, _, point, (x, _) in self._shown():
            if point.low is not None and point.high is not None:
                ends = ((x, self._height(point.low)), (x, self._height(point.high)))
                marks.append(LineMark(ends, self.series[number].paint, width))
        for number, _, point, place in self._shown():
            marker = marker_at(self.series[number], point)
            if marker:
                marks.append(DotMark(place, marker, point.paint, self.ruler.style.paper))
        return marks

    def _runs(self, series: int) -> list[tuple[Place, ...]]:
        runs: list[list[Place]] = [[]]
        for index in range(len(self.series[series].points)):
            place = self.at(series, index)
            if place:
                runs[-1].append(place)
            else:
                runs.append([])
        return [tuple(run) for run in runs]

    def texts(self, named_at_ends: bool) -> list[PlacedText]:
        """Return the names at the lines' ends, if asked for, and the texts above or below points."""
        last = {number: (index, place) for number, index, _, place in self._shown()}
        ends = [End(number, index, place) for number, (index, place) in last.items()] if named_at_ends else []
        names = end_labels(self.ruler, self.series, ends, self.plot.bottom)
        taken = [name.rect for name in names] + [
            dot_rect(place, self._mark(n)) for n, _, _, place in self._shown()
        ]
        labelled = [
            Labelled(number, index, place, self._mark(number), point.text)
            for number, index, point, place in self._shown()
            if point.text and not (named_at_ends and last[number][0] == index)
        ]
        return [*names, *point_labels(self.ruler, labelled, taken, self.size, OVER_AND_UNDER)]

    def _mark(self, series: int) -> float:
        marker = self.series[series].marker
        return marker.size_pt if marker else 0.0
