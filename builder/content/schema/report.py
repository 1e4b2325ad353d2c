"""The settings of the report."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.content.schema.leaves import Flag, choice
from builder.content.schema.lengths import Bleed
from builder.content.schema.shape import Shape


class ReportShape(Shape):
    """Settings of the report."""

    paper: Annotated[str, choice("a4", "letter", "a5")] | None = Field(
        None, description="Paper size; default a4."
    )
    toc: Flag | None = Field(None, description="Whether it has a table of contents; default true.")
    lof: Flag | None = Field(None, description="Whether it has a list of figures; default false.")
    lot: Flag | None = Field(None, description="Whether it has a list of tables; default false.")
    attach: Flag | None = Field(
        None, description="Whether the PDF carries this file, its data files and bibliography; default false."
    )
    sides: Annotated[str, choice("one", "two")] | None = Field(
        None, description="Whether paper is printed on one side or two; default one."
    )
    section_starts: Annotated[str, choice("anywhere", "page", "recto")] | None = Field(
        None,
        description="Where sections begin: anywhere (default), on a new page, or on a right-hand one (recto).",
    )
    bleed: Bleed | None = Field(
        None,
        description="How far colour runs over the trimmed edge, for the printer, such as 3mm; default 0mm.",
    )
    crop_marks: Flag | None = Field(
        None, description="Whether marks outside of the page show where it is trimmed; default false."
    )
