"""Data labels (ECMA-376 part 1, 21.2.2.47 to 49): the plan's texts at points.

A label shows the value or the series' name itself, so that it follows the workbook, wherever that gives the
plan's text; only the author's own texts and texts of two parts are written out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from builder.model.block import ChartKind
from builder.pptx.charts.layout import moved
from builder.pptx.charts.text import Writing, label_body
from builder.pptx.xml import Xml, join, tag, text
from builder.resolve.charts.drawing import LabelPosition, PlacedText, TextRole
from builder.resolve.charts.pies import SEPARATOR
from builder.resolve.charts.plan import Point, Series

C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
UNCONNECTED = tag(
    "c:extLst",
    tag(
        "c:ext",
        tag("c15:showLeaderLines", val=False),
        **{"uri": "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "xmlns:c15": C15},
    ),
)
"""No lines from labels to the points that they were moved from ([MS-ODRAWXML] 2.24.3.83)."""

UNPLACED = (ChartKind.DOUGHNUT, ChartKind.AREA)
"""Kinds whose labels must not say where they stand (PowerPoint repairs the file)."""


def texts_of(writing: Writing, series: int, *roles: TextRole) -> dict[int, PlacedText]:
    """Return the plan's texts at the points of a series."""
    return {
        placed.point: placed
        for placed in writing.plan.texts
        if placed.series == series and placed.point is not None and placed.role in roles
    }


def labels_of(writing: Writing, index: int) -> Xml:
    """Return the labels of a series of the plan."""
    series = writing.plan.series[index]
    return data_labels(writing, series, texts_of(writing, index, TextRole.VALUE, TextRole.SERIES))


def data_labels(writing: Writing, series: Series, texts: Mapping[int, PlacedText]) -> Xml:
    """Return the labels of `series`: one statement for all where they are alike, else one for each point."""
    labels = {index: _Label(writing, series, index, placed) for index, placed in texts.items()}
    shown = [index for index, point in enumerate(series.points) if point.value is not None]
    alike = {label.pattern for label in labels.values()}
    if len(alike) == 1 and None not in alike and set(shown) == set(labels):
        return tag("c:dLbls", labels[shown[0]].formatting(), UNCONNECTED)
    return tag("c:dLbls", join(labels[index].xml() for index in sorted(labels)), _shows(None), UNCONNECTED)


class Source(Enum):
    """Where a label's text comes from."""

    VALUE = "value"
    NAME = "name"
    CATEGORY_AND_VALUE = "category and value"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class _Label:
    writing: Writing
    series: Series
    index: int
    placed: PlacedText

    @property
    def point(self) -> Point:
        return self.series.points[self.index]

    @property
    def source(self) -> Source:
        categories, shown = self.writing.plan.categories, self.placed.text
        if shown == self.series.name and self.placed.role is TextRole.SERIES:
            return Source.NAME
        if self.point.text_format and shown == self.point.text:
            return Source.VALUE
        if self.point.text_format and shown == SEPARATOR.join(
            (*categories[self.index : self.index + 1], self.point.text)
        ):
            return Source.CATEGORY_AND_VALUE
        return Source.WRITTEN

    @property
    def pattern(self) -> tuple[Source, str, bool, str, LabelPosition | None] | None:
        """What must be the same for one statement to serve several labels; None for labels of their own."""
        source, placed = self.source, self.placed
        if source in (Source.NAME, Source.WRITTEN) or placed.offset != (0, 0):
            return None
        return source, self.point.text_format, placed.bold, placed.paint.hex, placed.position

    def formatting(self) -> Xml:
        """Return number format, text properties, place and what is shown, in the schema's order."""
        source, position = self.source, self.placed.position
        valued = source in (Source.VALUE, Source.CATEGORY_AND_VALUE)
        placed = position is not None and self.writing.plan.kind not in UNPLACED
        body = self.writing.properties(self.placed.paint, bold=self.placed.bold, body=label_body())
        return join(
            (
                tag("c:numFmt", formatCode=self.point.text_format, sourceLinked=False) if valued else None,
                tag("c:spPr", tag("a:noFill"), tag("a:ln", tag("a:noFill"))),
                body if source is not Source.WRITTEN else None,
                tag("c:dLblPos", val=position.value) if placed and position else None,
                _shows(source),
            )
        )

    def xml(self) -> Xml:
        """Return the label of one point."""
        written = self.writing.rich([[self.placed]], label_body()) if self.source is Source.WRITTEN else None
        return tag(
            "c:dLbl",
            tag("c:idx", val=self.index),
            moved(self.writing.plan, self.placed.offset),
            tag("c:tx", written) if written else None,
            self.formatting(),
        )


def _shows(source: Source | None) -> Xml:
    """Return what labels show; a written text counts as the value."""
    flags = {
        "c:showLegendKey": False,
        "c:showVal": source in (Source.VALUE, Source.CATEGORY_AND_VALUE, Source.WRITTEN),
        "c:showCatName": source is Source.CATEGORY_AND_VALUE,
        "c:showSerName": source is Source.NAME,
        "c:showPercent": False,
        "c:showBubbleSize": False,
    }
    separator = tag("c:separator", text(SEPARATOR)) if source is Source.CATEGORY_AND_VALUE else None
    return join((*(tag(name, val=value) for name, value in flags.items()), separator))
