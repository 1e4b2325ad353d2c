"""The document as its author meant it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from builder.diagnostics import Span
from builder.model.block import Block, Output
from builder.model.claims import Claim, ClaimUse
from builder.model.inline import CitedItem, Inlines
from builder.model.prose import Prose
from builder.units import Length


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who wrote it."""

    name: str
    affiliation: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section; `headline` is the assertion used as slide title, the title where there is none.

    `number` (such as "2.1") is filled by resolving.
    """

    path: str
    id: str
    title: Inlines
    headline: Inlines
    span: Span
    notes: Prose = ()
    only: Output | None = None
    content: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    number: str = ""

    def shown_in(self, output: Output) -> bool:
        """Return whether `output` shows this section."""
        return self.only is None or self.only is output


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """Settings of the briefing.

    Attributes:
        section_starts: where top sections begin: `anywhere`, on a new `page`, or on a right-hand one, `recto`.
        bleed: how far colour runs over the trimmed edge. crop_marks: whether marks outside show that edge.
    """

    paper: str = "a4"
    toc: bool = True
    sides: str = "one"
    lof: bool = False
    lot: bool = False
    section_starts: str = "anywhere"
    bleed: Length = Length(0)
    crop_marks: bool = False
    attach: bool = False


@dataclass(frozen=True, slots=True)
class HandoutSettings:
    """The deck to hand out: slides on a page (2, 3, 4 or 6), and beside each `lines`, its `notes` or `nothing`."""

    slides: int = 3
    beside: str = "lines"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that the content names, relative to the content file."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class LayoutChoice:
    """A layout of ours, and the name of the reference deck's that it goes on, as the author wrote them."""

    name: str
    layout: str
    name_span: Span
    layout_span: Span


@dataclass(frozen=True, slots=True)
class SlideChoice:
    """A slide of the reference deck by its number, from 1; None is every slide that is not named otherwise."""

    number: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Slot:
    """How long a talk may take."""

    minutes: int
    span: Span


@dataclass(frozen=True, slots=True)
class DeckSettings:
    """Settings of the deck.

    Attributes:
        size: does not count where there is a reference deck, which has its own. layouts: choices for that.
        slides_first, slides_last: of the reference deck, which are kept before and after ours.
    """

    size: str = "16:9"
    agenda: bool = False
    dividers: bool = False
    abbreviations: bool = False
    reference: SourceFile | None = None
    layouts: tuple[LayoutChoice, ...] = ()
    handout: HandoutSettings = HandoutSettings()
    words_per_minute: int = 130
    slides_first: tuple[SlideChoice, ...] = ()
    slides_last: tuple[SlideChoice, ...] = ()
    slot: Slot | None = None


@dataclass(frozen=True, slots=True)
class LintSettings:
    """Limits of the lint: the age in months from which a claim is stale, and the words on a slide."""

    claim_months: int = 24
    slide_words: int = 100


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for."""

    short: str
    long: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One content file, read and checked.

    Attributes:
        file: the content file, relative to the project root, forward slashes.
        references: CSL items given in place, as plain data, with the span of each by its id.
        claims: in their order; their values stand in the text already. claim_uses: where, in reading order.
        nocite: works that the report lists though nothing cites them; the key `*` is every work.
        data_files: those that tables and charts were read from, relative to the project root.
        pointers: whether figures of the briefing name their slide, and slides their page of the briefing.
        date: None where the author gave none; `edition` is then empty too unless given.
    """

    file: str
    title: Inlines
    span: Span
    sections: tuple[Section, ...]
    subtitle: Inlines = ()
    authors: tuple[Author, ...] = ()
    date: date | None = None
    edition: str = ""
    lang: str = "en-US"
    keywords: tuple[str, ...] = ()
    abstract: Prose = ()
    key_messages: tuple[Inlines, ...] = ()
    key_messages_span: Span | None = None
    disclosure: Prose = ()
    theme: str = "clinical"
    theme_span: Span | None = None
    bibliography: tuple[SourceFile, ...] = ()
    references: tuple[Mapping[str, object], ...] = ()
    reference_spans: Mapping[str, Span] = field(default_factory=dict)
    nocite: tuple[CitedItem, ...] = ()
    csl: str = "vancouver"
    csl_span: Span | None = None
    claims: tuple[Claim, ...] = ()
    claim_uses: tuple[ClaimUse, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    data_files: tuple[str, ...] = ()
    pointers: bool = True
    report: ReportSettings = ReportSettings()
    deck: DeckSettings = DeckSettings()
    lint: LintSettings = LintSettings()
