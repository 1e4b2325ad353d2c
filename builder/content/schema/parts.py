"""The shapes of what stands inside blocks."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Discriminator, Field, Tag

from builder.content.nodes import Scalar
from builder.content.schema.amounts import Count, LineAt, Number, Share
from builder.content.schema.forms import Entries, Items, OrText
from builder.content.schema.leaves import (
    CellText,
    DataValue,
    FilePath,
    Flag,
    Inline,
    Line,
    Name,
    Prose,
    RuleName,
    Title,
    choice_of,
)
from builder.content.schema.shape import Shape
from builder.model.block import Align, CalloutKind, ChartKind, Scale

Sources = Annotated[tuple[Name, ...], Items(allow_one=True)]
Names = Annotated[tuple[Name, ...], Items(allow_one=True)]


class AllowShape(Shape):
    """A rule of the lint that is switched off."""

    rule: RuleName = Field(description="Its name, as listed by 'diptych explain rules'.")
    reason: Title = Field(description="Why what it finds is right here.")


Allow = Annotated[tuple[AllowShape, ...], Items(allow_one=True)]


class PointShape(Shape):
    """A list item with a list below it."""

    short_form = "text"

    text: Inline = Field(description="The item, as inline Markdown.")
    points: Annotated[tuple[Point, ...], Items()] | None = Field(None, description="The items below it.")


Point = Annotated[PointShape, OrText("text")]


class ItemShape(Shape):
    """A step of a process, or a card."""

    title: Title = Field(description="Its heading, as inline Markdown.")
    text: Inline | None = Field(None, description="What it says, as inline Markdown.")


class StatShape(Shape):
    """One figure with what it counts."""

    value: Title = Field(description="The figure with its unit, such as 73 %.")
    label: Title = Field(description="What it counts.")
    source: Sources | None = Field(None, description="Citation key, or a list of them, for this figure.")


class ColumnShape(Shape):
    """A table column."""

    short_form = "title"

    title: Inline = Field(description="The column's heading, as inline Markdown.")
    align: Annotated[Align, choice_of(Align)] | None = Field(
        None, description="How its cells stand; default left."
    )
    width: Share | None = Field(None, description="Its share of the table's width, such as 30%.")
    column: Name | None = Field(
        None, description="Which column of the CSV file it shows; default: its title."
    )


class CellShape(Shape):
    """A table cell that spans columns or rows."""

    short_form = "text"

    text: CellText | None = Field(None, description="What it holds, as inline Markdown.")
    colspan: Count | None = Field(None, description="Over how many columns it stands; default 1.")
    rowspan: Count | None = Field(None, description="Over how many rows it stands; default 1.")


Cell = Annotated[CellShape, OrText("text", may_be_null=True)]
Row = Annotated[tuple[Cell, ...], Items()]
ColumnItem = Annotated[ColumnShape, OrText("title")]


class TableShape(Shape):
    """A table: either columns and rows written here, or the path of a CSV file."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["columns", "rows"]}, {"required": ["data"]}]}
    )

    columns: Annotated[tuple[ColumnItem, ...], Items()] | None = Field(
        None, description="Columns from left to right: a heading each, or its title, align and width."
    )
    rows: Annotated[tuple[Row, ...], Items()] | None = Field(None, description="Rows, each a list of cells.")
    data: FilePath | None = Field(None, description="Path of a CSV file, from the folder of this file.")
    row_headers: Flag | None = Field(
        None, description="Whether the first column is made of row headers; default true."
    )
    landscape: Flag | None = Field(
        None, description="Whether the report turns it, on landscape pages of its own; default false."
    )


def _form_of(value: object) -> str:
    return "form:file" if isinstance(value, Scalar) else "form:columns"


ChartData = Annotated[
    Annotated[FilePath, Tag("form:file")]
    | Annotated[dict[str, Annotated[tuple[DataValue, ...], Items()]], Entries(), Tag("form:columns")],
    Discriminator(_form_of),
]


class ChartShape(Shape):
    """A chart and its data."""

    type: Annotated[ChartKind, choice_of(ChartKind)] = Field(description="How the data are shown.")
    data: ChartData = Field(description="Columns by name, each a list of values, or the path of a CSV file.")
    x: Name = Field(
        description="Column of categories or x values; a forest chart's row labels, a survival curve's times."
    )
    y: Names = Field(description="Column of values, or a list of columns.")
    series: Name | None = Field(None, description="Column whose values split the rows into series or groups.")
    error: Names | None = Field(
        None,
        description="Columns of the lower and upper bound of each value's interval; of survival, its limits.",
    )
    n: Name | None = Field(None, description="Column of sample sizes, printed with the row labels.")
    label: Name | None = Field(
        None, description="Column of the text printed at each mark; default: value and unit."
    )
    censored: Name | None = Field(
        None, description="Kaplan-Meier: column with how many are censored at each time."
    )
    at_risk: Name | None = Field(
        None, description="Kaplan-Meier: column with how many are at risk, at the times that are to show it."
    )
    unit: Line | None = Field(None, description="Unit of the values, such as '%'.")
    x_title: Line | None = Field(None, description="Title of the x axis.")
    y_title: Line | None = Field(None, description="Title of the y axis.")
    range: Annotated[tuple[Number, ...], Items()] | None = Field(
        None, description="Lowest and highest value of the value axis."
    )
    thresholds: Annotated[tuple[Number, ...], Items(allow_one=True)] | None = Field(
        None, description="Waterfall: values drawn as lines across the bars, such as [-30, 20]."
    )
    scale: Annotated[Scale, choice_of(Scale)] | None = Field(
        None, description="Forest: how its axis runs; log for hazard, odds and risk ratios. Default linear."
    )
    no_effect: LineAt | None = Field(
        None,
        description="Forest: value of the line of no effect, or none. Default 1 on a log scale, else 0 among"
        " negative values.",
    )
    sides: Annotated[tuple[Line, ...], Items()] | None = Field(
        None,
        description="Forest: what values left and right of the line of no effect speak for, printed below the axis.",
    )
    events: Names | None = Field(
        None,
        description="Swimmer: column with the time of an event, or a list of them, each with its own mark.",
    )
    ongoing: Name | None = Field(None, description="Swimmer: column that says with yes whose bar goes on.")
    highlight: Annotated[tuple[Line, ...], Items(allow_one=True)] | None = Field(
        None, description="Value of x, or a list of them, drawn in the accent colour."
    )
    note: Inline | None = Field(None, description="A caveat, printed under the chart in both outputs.")


class EventShape(Shape):
    """An event of a timeline."""

    date: Title = Field(description="When, as it is to be shown.")
    title: Title = Field(description="What happened, as inline Markdown.")
    text: Inline | None = Field(None, description="More about it, as inline Markdown.")


class CalloutShape(Shape):
    """A boxed remark."""

    kind: Annotated[CalloutKind, choice_of(CalloutKind)] | None = Field(
        None, description="Its use; default note."
    )
    title: Inline | None = Field(None, description="Its heading, as inline Markdown.")
    text: Prose = Field(description="What it says, as Markdown.")


class QuoteShape(Shape):
    """A quotation."""

    text: Prose = Field(description="The quotation, as Markdown.")
    by: Inline | None = Field(None, description="Who said it.")
    source: Sources | None = Field(None, description="Citation key, or a list of them.")
