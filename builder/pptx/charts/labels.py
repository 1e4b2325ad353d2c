"""Data labels (ECMA-376 part 1, 21.2.2.47 to 49): the plan's texts at points.

A label shows the value or the series' name itself, so that it follows the workbook, wherever that gives the
plan's text; only the author's own texts and texts of two parts are written out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.model.block import ChartKind
from builder.pptx.charts.layout import moved
from builder.pptx.charts.text import Writing, label_body
from builder.pptx.xml import Xml, join, tag
from builder.resolve.charts.plan import PlacedText, Series, TextRole

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
        return tag("c:dLbls", labels[shown[0]].formatting())
    return tag("c:dLbls", join(labels[index].xml() for index in sorted(labels)), _shows())


@dataclass(frozen=True, slots=True)
class _Label:
    writing: Writing
    series: Series
    index: int
    placed: PlacedText

    @property
    def pattern(self) -> tuple[str, bool, str, str] | None:
        """What must be the same for one statement to serve several labels; None for labels of their own."""
        point, placed = self.series.points[self.index], self.placed
        if not self._is_value or placed.offset != (0, 0) or placed.position is None:
            return None
        return point.text_format, placed.bold, placed.paint.hex, placed.position.value

    @property
    def _is_value(self) -> bool:
        point = self.series.points[self.index]
        return (
            bool(point.text_format) and self.placed.text == point.text and self.placed.role is TextRole.VALUE
        )

    @property
    def _is_name(self) -> bool:
        return self.placed.role is TextRole.SERIES and self.placed.text == self.series.name

    @property
    def _is_category(self) -> bool:
        point, plan = self.series.points[self.index], self.writing.plan
        return (
            bool(point.text_format and plan.categories)
            and self.placed.text == f"{plan.categories[self.index]}{SEPARATOR}{point.text}"
        )

    def formatting(self) -> Xml:
        """Return number format, text properties, place and what is shown, in the schema's order."""
        plan = self.writing.plan
        number = self.series.points[self.index].text_format if self._is_value or self._is_category else ""
        position = self.placed.position if plan.kind not in UNPLACED else None
        shows = _shows(
            value=self._is_value or self._is_category, name=self._is_name, category=self._is_category
        )
        return join(
            (
                tag("c:numFmt", formatCode=number, sourceLinked=False) if number else None,
                tag("c:spPr", tag("a:noFill"), tag("a:ln", tag("a:noFill"))),
                self.writing.properties(self.placed.paint, bold=self.placed.bold, body=label_body()),
                tag("c:dLblPos", val=position.value) if position else None,
                shows,
            )
        )

    def xml(self) -> Xml:
        """Return the label of one point."""
        written = not (self._is_value or self._is_name or self._is_category)
        rich = tag("c:tx", self.writing.rich([[self.placed]], label_body())) if written else None
        return tag(
            "c:dLbl",
            tag("c:idx", val=self.index),
            moved(self.writing.plan, self.placed.offset),
            rich,
            self.formatting() if not written else ...,
        )


def _shows() -> Xml: ...
