"""The keys that every block may have."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from builder.content.schema.amounts import Share
from builder.content.schema.leaves import Flag, Identifier, Inline, Line, Prose, choice, choice_of
from builder.content.schema.parts import Allow, Sources
from builder.content.schema.shape import Shape
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
    allow: Allow | None = Field(None, description="Rules of the lint that are switched off for it.")


COMMON_KEYS = BlockShape.keys()
