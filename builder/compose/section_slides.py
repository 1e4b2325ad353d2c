"""From one section to its slides: what shares a slide, its layout, its title, its notes (DESIGN, section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.compose.plan import ReferenceList, SlidePlan
from builder.compose.shown import Blocks, face_of, notes_of, shown_blocks
from builder.model.block import (
    Block,
    Callout,
    Cards,
    Chart,
    Columns,
    Figure,
    Output,
    Points,
    Quote,
    SlideBlock,
    Stats,
    Steps,
    Table,
    TextBlock,
    Timeline,
)
from builder.model.document import Section
from builder.model.inline import Inlines, plain_text
from builder.model.prose import Prose

FLOWING = (Points, Stats, Callout, Quote)
"""Kinds that share the section's slide; each of the others starts a slide of its own."""

ILLUSTRATIONS = (Chart, Figure)
"""Kinds that may stand beside points."""

COMPACT = "-compact"
LAYOUT_OF_KIND: tuple[tuple[type[Block], str], ...] = (
    (Table, "table"),
    (Chart, "chart"),
    (Figure, "figure"),
    (Steps, "steps"),
    (Cards, "cards"),
    (Timeline, "timeline"),
    (Quote, "quotation"),
    (Stats, "stats"),
    (ReferenceList, "references"),
)
WITHOUT_COMPACT = frozenset({"title", "section", "blank", "quotation"})


def ladder(layout: str) -> tuple[str, ...]:
    """Return a layout's name and its compact one's."""
    return (layout,) if layout in WITHOUT_COMPACT or layout.endswith(COMPACT) else (layout, layout + COMPACT)


def section_plans(section: Section, parents: tuple[Section, ...] = ()) -> Iterator[SlidePlan]:
    """Yield the slides of a section and its subsections; `parents` are the sections around it, outermost first."""
    for index, draft in enumerate(_drafts(section)):
        yield _plan(section, parents, draft, index)
    for child in section.sections:
        if child.shown_in(Output.DECK):
            yield from section_plans(child, (*parents, section))


@dataclass(slots=True)
class _Draft:
    """What is gathered for a slide of a section."""

    blocks: Blocks = ()
    notes: Prose = ()
    prose: Prose = ()

    def add(self, blocks: Blocks = (), notes: Prose = (), prose: Prose = ()) -> None:
        """Put what comes next in its place."""
        self.blocks += blocks
        self.notes += notes
        self.prose += prose


def _drafts(section: Section) -> list[_Draft]:
    """Gather a section's blocks into slides, at least one.

    Prose goes with the slide that follows it, because it introduces it; the last slide has what comes after it.
    """
    drafts: list[_Draft] = []
    waiting = _Draft()
    for block in shown_blocks(section.content):
        if isinstance(block, TextBlock):
            waiting.add(notes=block.notes, prose=block.prose)
            continue
        if not drafts or not _joins(drafts[-1].blocks, block):
            drafts.append(_Draft())
        drafts[-1].add((block,), waiting.notes + notes_of(block), waiting.prose)
        waiting = _Draft()
    if not drafts:
        drafts.append(_Draft())
    drafts[-1].add(notes=waiting.notes, prose=waiting.prose)
    drafts[0].notes = section.notes + drafts[0].notes
    return drafts


def _joins(begun: Blocks, block: Block) -> bool:
    """Return whether `block` goes on the slide that was begun."""
    if block.layout or _slide_title(block) or isinstance(block, SlideBlock):
        return False
    if isinstance(block, FLOWING):
        return all(isinstance(other, FLOWING) for other in begun)
    return isinstance(block, ILLUSTRATIONS) and all(isinstance(other, Points) for other in begun)


def _plan(section: Section, parents: tuple[Section, ...], draft: _Draft, index: int) -> SlidePlan:
    top = parents[0] if parents else section
    face = face_of(draft.blocks)
    title = _title(section, draft.blocks, index)
    plan = SlidePlan(
        key=draft.blocks[0].path if draft.blocks else section.path,
        layouts=_layouts(draft.blocks, face),
        title=title,
        blocks=face,
        kicker=_kicker(section, parents, title),
        notes=draft.notes + draft.prose,
        section=plain_text(top.title),
        anchors=((section.id,) if index == 0 else ()) + tuple(block.id for block in draft.blocks),
    )
    return plan
