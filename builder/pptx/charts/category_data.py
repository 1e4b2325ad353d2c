"""The sheet of charts with categories: a column of names, then one of values for each series."""

from __future__ import annotations

from dataclasses import dataclass

from builder.pptx.charts.series import Bounds, add_bounds
from builder.pptx.charts.sheet import Sheet, SheetColumn
from builder.pptx.xml import Xml, join, tag
from builder.resolve.charts.plan import ChartPlan


@dataclass(frozen=True, slots=True)
class SeriesData:
    """The columns of one series."""

    values: SheetColumn
    bounds: Bounds | None


@dataclass(frozen=True, slots=True)
class CategoryData:
    """A sheet, its categories, and the columns of each series."""

    sheet: Sheet
    categories: SheetColumn
    series: tuple[SeriesData, ...]

    def references(self, index: int) -> Xml:
        """Return the references to the categories and the values of a series."""
        values = tag("c:val", self.series[index].values.numbers())
        return join((tag("c:cat", self.categories.texts()), values))


def category_data(plan: ChartPlan) -> CategoryData:
    """Return the sheet of a plan with categories."""
    sheet = Sheet()
    categories = sheet.add(plan.names.x, plan.categories)
    found = []
    for one in plan.series:
        values = sheet.add(one.name, tuple(point.value for point in one.points))
        bounds = add_bounds(sheet, values, one.points, plan.names)
        found.append(SeriesData(values, bounds))
    return CategoryData(sheet, categories, tuple(found))
