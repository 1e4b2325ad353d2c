"""The shape of a claim."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.content.schema.amounts import SampleSize, WrittenNumber
from builder.content.schema.forms import Items
from builder.content.schema.leaves import Identifier, Inline, IsoDate, Line, Title, choice_of
from builder.content.schema.parts import Allow, Sources
from builder.content.schema.shape import Shape
from builder.model.claims import ClaimStatus


class ClaimShape(Shape):
    """A number or statement with its evidence, inserted in any text by '{' its id '}'."""

    id: Identifier = Field(description="Name in braces: '{id}' inserts the value with its citation.")
    statement: Title = Field(description="What is claimed, as inline Markdown.")
    value: Inline | None = Field(None, description="The figure, such as 73, 8 of 11 or 0.2 to 36.0.")
    unit: Line | None = Field(None, description="Its unit, such as '%' or days.")
    interval: Annotated[tuple[WrittenNumber, ...], Items()] | None = Field(
        None, description="Lower and upper bound of the value, such as [39.0, 94.0]."
    )
    n: SampleSize | None = Field(None, description="How many were studied, a whole number.")
    design: Line | None = Field(None, description="How it was found, such as 'phase 1/2, single arm'.")
    follow_up: Line | None = Field(None, description="For how long, such as 'median 13.8 months'.")
    as_of: IsoDate | None = Field(None, description="Day on which it was so, as year-month-day.")
    source: Sources | None = Field(
        None, description="Citation key with its locator, such as 'Liu2020, p. 3', or a list of them."
    )
    status: Annotated[ClaimStatus, choice_of(ClaimStatus)] | None = Field(
        None, description="How it is known; default confirmed. One that is editorial needs no source."
    )
    allow: Allow | None = Field(None, description="Rules of the lint that are switched off for it.")
