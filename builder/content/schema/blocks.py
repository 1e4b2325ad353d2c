"""The shapes of blocks: common keys, and one shape for each kind."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeAlias

from pydantic import Discriminator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, Tag
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from builder.content.nodes import Mapping, Node, Scalar
from builder.content.schema.fault import describe, fault
from builder.content.schema.forms import Items
from builder.content.schema.leaves import (
    AltText,
    FilePath,
    Flag,
    Identifier,
    Inline,
    Line,
    OnlyTrue,
    Prose,
    Share,
    choice,
    choice_of,
)
from builder.content.schema.parts import (
    CalloutShape,
    ChartShape,
    EventShape,
    ItemShape,
    Point,
    QuoteShape,
    Sources,
    StatShape,
    TableShape,
)
from builder.content.schema.shape import Shape
from builder.diagnostics.suggest import find_closest
from builder.model.block import Output

LAYOUTS = (
    "title", "section", "content", "two-columns", "comparison", "table", "chart", "figure", "quotation", "stats",
    "steps", "cards", "timeline", "references", "blank",
)  # fmt: skip


class BlockShape(Shape):
    """The keys that every block may have."""

    kind: ClassVar[str]

    id: Identifier | None = Field(
        None, description="Name for cross-references: '@' and the id. Unique in the file."
    )
    title: Inline | None = Field(None, description="Heading of the block; title of the slide it starts.")
    caption: Inline | None = Field(None, description="Caption, which stays with the block in both outputs.")
    source: Sources | None = Field(None, description="Citation key, or a list of them, for the whole block.")
    alt: Line | None = Field(
        None, description="Alternative text: what can be seen, for readers who cannot see it."
    )
    notes: Prose | None = Field(
        None, description="What the speaker says, as Markdown. Not shown in the report."
    )
    only: Annotated[Output, choice_of(Output)] | None = Field(
        None, description="The one output that shows it."
    )
    layout: Annotated[str, choice(*LAYOUTS)] | None = Field(
        None, description="Deck layout of the slide it starts."
    )
    width: Share | None = Field(None, description="Share of the full width, such as 60%.")
    continues: Flag | None = Field(
        None, alias="continue", description="Whether it may run on to a further slide; default true."
    )


COMMON_KEYS = BlockShape.keys()


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


KINDS: dict[str, type[BlockShape]] = {
    shape.kind: shape
    for shape in (
        TextShape, PointsShape, StepsShape, CardsShape, StatsShape, TableBlockShape, ChartBlockShape, FigureShape,
        TimelineShape, CalloutBlockShape, QuoteBlockShape, ColumnsShape, SlideShape, PageBreakShape,
    )
}  # fmt: skip


def kinds_of(mapping: Mapping) -> list[str]:
    """Return the kind keys that a block has, in the order written."""
    return [entry.key.value for entry in mapping.entries if entry.key.value in KINDS]


class OneKind:
    """A block has exactly one kind."""

    def _read(self, value: Node) -> Node:
        if not isinstance(value, Mapping):
            first = "text" if isinstance(value, Scalar) else "points"
            raise fault("B209", f"expected a block, found {describe(value)}", help=f"write '- {first}: …'")
        kinds = kinds_of(value)
        if len(kinds) > 1:
            raise fault(
                "B210",
                f"this block is both '{kinds[0]}' and '{kinds[1]}'",
                help=f"start a block of its own with '- {kinds[1]}: …'",
            )
        if not kinds:
            raise _lacks_kind(value)
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return handler(schema)


def _lacks_kind(mapping: Mapping) -> Exception:
    for entry in mapping.entries:
        if entry.key.value in COMMON_KEYS:
            continue
        closest = find_closest(entry.key.value, KINDS)
        if closest is not None:
            return fault(
                "B209", f"'{entry.key.value}' is not a kind of block", help=f"did you mean '{closest}'?"
            )
    return fault("B209", "this block has no kind", help="give it one of the keys " + ", ".join(KINDS))


def _tag_of(value: object) -> str | None:
    kinds = kinds_of(value) if isinstance(value, Mapping) else []
    return f"block:{kinds[0]}" if kinds else None


if TYPE_CHECKING:
    Block: TypeAlias = BlockShape
else:
    Block = Annotated[
        reduce(or_, (Annotated[shape, Tag(f"block:{kind}")] for kind, shape in KINDS.items())),
        Discriminator(_tag_of),
        OneKind(),
    ]
