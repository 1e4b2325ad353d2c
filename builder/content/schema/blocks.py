"""The shapes of blocks, one for each kind."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import Discriminator, Field, Tag

from builder.content.schema.amounts import Share
from builder.content.schema.common import LAYOUTS, BlockShape
from builder.content.schema.forms import Items
from builder.content.schema.leaves import AltText, FilePath, Inline, OnlyTrue, Prose, choice
from builder.content.schema.one_kind import OneKind, find_tag
from builder.content.schema.parts import (
    CalloutShape,
    ChartShape,
    EventShape,
    ItemShape,
    Point,
    QuoteShape,
    StatShape,
    TableShape,
)
from builder.content.schema.shape import Shape


class TextShape(BlockShape):
    """Prose: paragraphs and lists in the report, speaker notes in the deck."""

    kind = "text"
    text: Prose = Field(description="Markdown: paragraphs and lists, citations [@key], cross-references @id.")


class PointsShape(BlockShape):
    """A bulleted list."""

    kind = "points"
    points: Annotated[tuple[Point, ...], Items()] = Field(
        description="Items; one with 'text' and 'points' nests."
    )


class StepsShape(BlockShape):
    """A process: a numbered list in the report, a diagram in the deck."""

    kind = "steps"
    steps: Annotated[tuple[ItemShape, ...], Items()] = Field(
        description="Steps in order, each with title and text."
    )


class CardsShape(BlockShape):
    """Things side by side."""

    kind = "cards"
    cards: Annotated[tuple[ItemShape, ...], Items()] = Field(description="Cards, each with title and text.")


class StatsShape(BlockShape):
    """Figures in a strip or as tiles."""

    kind = "stats"
    stats: Annotated[tuple[StatShape, ...], Items()] = Field(
        description="Figures, each with value and label."
    )


class TableBlockShape(BlockShape):
    """A table."""

    kind = "table"
    table: TableShape = Field(description="Columns and rows, or the path of a CSV file.")


class ChartBlockShape(BlockShape):
    """A chart: vector graphics in the report, a native chart in the deck."""

    kind = "chart"
    chart: ChartShape = Field(description="Type, data, and which column is shown how.")
    alt: AltText = Field(description="Alternative text: what can be seen, for readers who cannot see it.")


class FigureShape(BlockShape):
    """A picture."""

    kind = "figure"
    figure: FilePath = Field(
        description="Path of an svg, png, jpg or webp file, from the folder of this file."
    )
    alt: AltText = Field(description="Alternative text: what can be seen, for readers who cannot see it.")


class TimelineShape(BlockShape):
    """Events in order."""

    kind = "timeline"
    timeline: Annotated[tuple[EventShape, ...], Items()] = Field(
        description="Events, each with date and title."
    )


class CalloutBlockShape(BlockShape):
    """A boxed remark."""

    kind = "callout"
    callout: CalloutShape = Field(description="Kind, title and text of the box.")


class QuoteBlockShape(BlockShape):
    """A quotation."""

    kind = "quote"
    quote: QuoteShape = Field(description="Text of the quotation, and who said it.")


class ColumnPartShape(Shape):
    """One column of a columns block."""

    width: Share | None = Field(
        None, description="Its share of the full width, such as 40%; default: an equal one."
    )
    content: Annotated[tuple[Block, ...], Items()] = Field(description="Its blocks.")


class ColumnsShape(BlockShape):
    """Blocks side by side."""

    kind = "columns"
    columns: Annotated[tuple[ColumnPartShape, ...], Items()] = Field(
        description="Columns from left to right."
    )


class SlideContentShape(Shape):
    """What a slide designed by hand holds."""

    title: Inline | None = Field(None, description="The slide's title.")
    layout: Annotated[str, choice(*LAYOUTS)] | None = Field(None, description="The slide's layout.")
    content: Annotated[tuple[Block, ...], Items(may_be_empty=True)] | None = Field(
        None, description="Its blocks."
    )
    notes: Prose | None = Field(None, description="What the speaker says, as Markdown.")


class SlideShape(BlockShape):
    """One slide designed by hand, in the deck only."""

    kind = "slide"
    slide: SlideContentShape = Field(description="Title, layout, content and notes of the slide.")


class PageBreakShape(BlockShape):
    """A new page in the report."""

    kind = "page-break"
    page_break: OnlyTrue = Field(description="Always true.")


SHAPES: tuple[type[BlockShape], ...] = (
    TextShape, PointsShape, StepsShape, CardsShape, StatsShape, TableBlockShape, ChartBlockShape, FigureShape,
    TimelineShape, CalloutBlockShape, QuoteBlockShape, ColumnsShape, SlideShape, PageBreakShape,
)  # fmt: skip


if TYPE_CHECKING:
    Block: TypeAlias = BlockShape
else:
    Block = Annotated[
        reduce(or_, (Annotated[shape, Tag(f"block:{shape.kind}")] for shape in SHAPES)),
        Discriminator(find_tag),
        OneKind(),
    ]
