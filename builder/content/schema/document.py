"""The shape of a content file and of its sections."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from builder.content.nodes import Mapping, Node, Scalar
from builder.content.schema.amounts import EVERY_SLIDE, Count, Minutes, SlideNumber
from builder.content.schema.blocks import Block
from builder.content.schema.claims import ClaimShape
from builder.content.schema.fault import describe, fault
from builder.content.schema.forms import Entries, Items, OrKey, OrText
from builder.content.schema.leaves import (
    FilePath,
    Flag,
    Identifier,
    Inline,
    IsoDate,
    Language,
    Line,
    Name,
    Prose,
    Title,
    choice,
    choice_of,
)
from builder.content.schema.parts import Allow, Sources
from builder.content.schema.report import ReportShape
from builder.content.schema.shape import Shape
from builder.model.block import Output


class AuthorShape(Shape):
    """Somebody who wrote it."""

    short_form = "name"

    name: Title = Field(description="The name as it is to be shown.")
    affiliation: Line | None = Field(None, description="Institution, town, country.")


class HandoutShape(Shape):
    """The deck to hand out, with several slides on a page."""

    slides: Annotated[int, choice("2", "3", "4", "6", make=int)] | None = Field(
        None, description="Slides on a page; default 3."
    )
    beside: Annotated[str, choice("lines", "notes", "nothing")] | None = Field(
        None, description="What stands beside each slide: ruled lines, its notes, or nothing; default lines."
    )


class KeptSlidesShape(Shape):
    """Which slides of the reference deck stay, and where; the word 'first' or 'last' alone keeps all of them there."""

    first: Annotated[tuple[SlideNumber, ...], Items(allow_one=True)] | None = Field(
        None, description="Numbers of slides that come before ours, or all."
    )
    last: Annotated[tuple[SlideNumber, ...], Items(allow_one=True)] | None = Field(
        None, description="Numbers of slides that come after ours, or all."
    )


class DeckShape(Shape):
    """Settings of the deck."""

    size: Annotated[str, choice("16:9", "4:3")] | None = Field(
        None, description="Slide format; default 16:9."
    )
    agenda: Flag | None = Field(None, description="Whether an agenda slide follows the title; default false.")
    dividers: Flag | None = Field(
        None, description="Whether a divider slide precedes each section; default false."
    )
    abbreviations: Flag | None = Field(
        None, description="Whether a slide lists the abbreviations; default false."
    )
    reference: FilePath | None = Field(
        None, description="A presentation (.pptx, .potx) whose masters, layouts and theme the deck takes."
    )
    layouts: Annotated[dict[str, Name], Entries()] | None = Field(
        None, description="Layouts of the reference deck, by the names of ours that go on them."
    )
    reference_slides: Annotated[KeptSlidesShape, OrKey(("first", "last"), EVERY_SLIDE)] | None = Field(
        None, description="Slides of the reference deck that are kept; default none."
    )
    handout: HandoutShape | None = Field(None, description="Settings of the handout.")
    words_per_minute: Count | None = Field(
        None, description="How fast the notes are spoken, for the clock of the script; default 130."
    )
    slot: Minutes | None = Field(None, description="How long the talk may take, such as 20 min.")


class LintShape(Shape):
    """What the lint lets be."""

    allow: Allow | None = Field(None, description="Rules that are switched off, each with its reason.")
    claim_months: Count | None = Field(
        None, description="Age in months from which a claim is stale; default 24."
    )
    slide_words: Count | None = Field(None, description="Most words on a slide; default 100.")


class SectionShape(Shape):
    """A section: its heading, its blocks and its subsections."""

    title: Title = Field(description="Heading in the report, as inline Markdown.")
    id: Identifier | None = Field(
        None, description="Name for cross-references: '@' and the id. Unique in the file."
    )
    headline: Inline | None = Field(
        None, description="The assertion that titles its slides; default: the title."
    )
    notes: Prose | None = Field(None, description="What the speaker says, before the section's prose.")
    only: Annotated[Output, choice_of(Output)] | None = Field(
        None, description="The one output that shows it."
    )
    content: Annotated[tuple[Block, ...], Items(may_be_empty=True)] | None = Field(
        None, description="Its blocks: each has one key that says its kind, and common keys beside it."
    )
    sections: Annotated[tuple[SectionShape, ...], Items(may_be_empty=True)] | None = Field(
        None, description="Its subsections."
    )
    allow: Allow | None = Field(None, description="Rules of the lint that are switched off for it.")


class CslItem:
    """A reference in the form of CSL-JSON; only its id is looked at here."""

    def _read(self, value: Node) -> Mapping:
        if not isinstance(value, Mapping):
            raise fault(
                "B203", f"expected a reference, found {describe(value)}", help="write 'id: …' and its fields"
            )
        entry = value.find("id")
        if entry is None or not isinstance(entry.value, Scalar) or not entry.value.value.strip():
            raise fault("B202", "this reference has no 'id'", help="add 'id: …', the key that citations name")
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {"type": ["string", "number"], "description": "The key that citations name."}
            },
        }


class DocumentShape(Shape):
    """A content file, from which a briefing and a deck are built."""

    title: Title = Field(description="Title of the briefing and of the deck, as inline Markdown.")
    subtitle: Inline | None = Field(None, description="Subtitle, as inline Markdown.")
    author: Annotated[tuple[Annotated[AuthorShape, OrText("name")], ...], Items(allow_one=True)] | None = (
        Field(None, description="A name, or name and affiliation, or a list of either.")
    )
    date: IsoDate | None = Field(None, description="Date of this edition as year-month-day.")
    edition: Line | None = Field(
        None, description="Name of this edition, shown in both outputs; default: the date."
    )
    lang: Language | None = Field(
        None, description="Language of the text as a tag such as en-US, the default."
    )
    keywords: Annotated[tuple[Line, ...], Items(allow_one=True)] | None = Field(None, description="Keywords.")
    abstract: Prose | None = Field(
        None, description="Summary on page 1, as Markdown; notes of the title slide."
    )
    key_messages: Annotated[tuple[Inline, ...], Items()] | None = Field(
        None, description="What readers should take away: a box on page 1, and a slide."
    )
    disclosure: Prose | None = Field(
        None, description="Funding, interests and basis of the briefing, as Markdown."
    )
    theme: Name | None = Field(None, description="A folder in templates/, or a path; default clinical.")
    bibliography: Annotated[tuple[FilePath, ...], Items(allow_one=True)] | None = Field(
        None, description="CSL-JSON, CSL-YAML or BibTeX file, or a list of them."
    )
    references: Annotated[tuple[Annotated[Mapping, CslItem()], ...], Items()] | None = Field(
        None, description="References written here, in the form of CSL-JSON."
    )
    nocite: Sources | None = Field(
        None, description="Keys of works that the report lists though nothing cites them; '@*' for all."
    )
    csl: Name | None = Field(None, description="Citation style: its name, or the path of a .csl file.")
    claims: Annotated[tuple[ClaimShape, ...], Items()] | None = Field(
        None, description="Numbers and statements with their evidence; '{id}' in any text inserts one."
    )
    abbreviations: Annotated[dict[str, Line], Entries()] | None = Field(
        None, description="Short forms and what they stand for."
    )
    pointers: Flag | None = Field(
        None,
        description="Whether figures and tables of the briefing name their slide, and slides their page; default true.",
    )
    report: ReportShape | None = Field(None, description="Settings of the report.")
    deck: DeckShape | None = Field(None, description="Settings of the deck.")
    lint: LintShape | None = Field(None, description="What the lint lets be, and its limits.")
    sections: Annotated[tuple[SectionShape, ...], Items(may_be_empty=True)] = Field(
        description="The sections."
    )
