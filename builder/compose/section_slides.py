"""From one section to its slides: what shares a slide, its layout, its title, its notes (DESIGN, section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.compose.captions import split_caption
from builder.compose.plan import ReferenceList, SlidePlan
from builder.compose.shown import Blocks, face_of, notes_of, shown_blocks
from builder.compose.spoken import spoken
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
from builder.model.inline import Inlines, Strong, plain_text
from builder.model.prose import Paragraph, Prose

FLOWING = (Points, Stats, Callout, Quote)
"""Kinds that share the section's slide; each of the others starts a slide of its own."""

ILLUSTRATIONS = (Chart, Figure)
"""Kinds that may stand beside points."""

BESIDE = ("two-columns", "content")
"""Layouts that the program chooses for what stands beside each other."""

SHARED = ("content-above", "content-below")
"""Layouts with a place for points, and another one for what shares their slide."""

FREE = "blank"
"""The layout where what is shown has no fixed places."""

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
WITHOUT_COMPACT = frozenset({"title", "section", "quotation"})


def ladder(layout: str) -> tuple[str, ...]:
    """Return a layout's name and its compact one's."""
    return (layout,) if layout in WITHOUT_COMPACT or layout.endswith(COMPACT) else (layout, layout + COMPACT)


def section_plans(section: Section, parents: tuple[Section, ...] = ()) -> Iterator[SlidePlan]:
    """Yield the slides of a section and its subsections; `parents` are the sections around it, outermost first."""
    place = _Place(section, parents)
    for index, draft in enumerate(_drafts(section)):
        yield place.plan(draft, index)
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
            waiting.add(notes=block.notes, prose=_told(block))
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


def _told(block: TextBlock) -> Prose:
    """Return a text block as the speaker's prose: its title and caption are paragraphs too."""
    title = (Paragraph((Strong(block.title),), block.span),) if block.title else ()
    caption = (Paragraph(block.caption, block.span),) if block.caption else ()
    return (*title, *block.prose, *caption)


def _joins(begun: Blocks, block: Block) -> bool:
    """Return whether `block` goes on the slide that was begun."""
    if block.layout or _slide_title(block) or isinstance(block, SlideBlock):
        return False
    if isinstance(block, FLOWING):
        return all(isinstance(other, FLOWING) for other in begun)
    return isinstance(block, ILLUSTRATIONS) and all(isinstance(other, Points) for other in begun)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the document slides stand: in which section, and in which around that, the outermost first."""

    section: Section
    parents: tuple[Section, ...]

    def plan(self, draft: _Draft, index: int) -> SlidePlan:
        """Return the slide of a draft; the section's first has `index` 0."""
        face = face_of(draft.blocks)
        whole = any(not block.continues for block in draft.blocks if isinstance(block, SlideBlock | Columns))
        named = draft.blocks if len(face) > 1 else (*draft.blocks, *face)
        title = self._title(named, index)
        plan = SlidePlan(
            key=draft.blocks[0].path if draft.blocks else self.section.path,
            layouts=_layouts(draft.blocks, face),
            title=title,
            blocks=tuple(replace(block, continues=False) for block in face) if whole else face,
            kicker=self._kicker(title),
            notes=draft.notes + spoken(draft.prose),
            section=plain_text((*self.parents, self.section)[0].title),
            anchors=((self.section.id,) if index == 0 else ()) + tuple(block.id for block in draft.blocks),
            whole=whole,
        )
        return plan if whole else replace(plan, fallback=self._apart(plan, draft.blocks, index))

    def _apart(self, plan: SlidePlan, blocks: Blocks, index: int) -> tuple[SlidePlan, ...]:
        """Return the slides to make instead, if what stands in fixed places does not fit so."""
        if plan.layouts[0] in SHARED:
            return (replace(plan, layouts=ladder(FREE)),)
        parts = _beside(plan.blocks) if plan.layouts[0] in BESIDE else ()
        holder = tuple(block for block in blocks if isinstance(block, SlideBlock | Columns))
        plans = []
        for number, part in enumerate(parts):
            title, ids = self._title((*holder, *part), index + number), tuple(block.id for block in part)
            alone = replace(
                plan, layouts=_layouts(part, part), title=title, kicker=self._kicker(title), blocks=part
            )
            plans.append(replace(alone, key=part[0].path, notes=(), anchors=ids) if number else alone)
        return _each_anchor_once(plans)

    def _title(self, blocks: Blocks, index: int) -> Inlines:
        headline = self.section.headline or self.section.title
        if own := next((block.title for block in blocks if _slide_title(block)), ()):
            return own
        caption = next((split_caption(block.caption)[0] for block in blocks if block.caption), ())
        return (caption or headline) if index else headline

    def _kicker(self, title: Inlines) -> Inlines:
        """Return what stands above a title: the parent's, or the section's own where the slide has another."""
        above = (self.section, *self.parents[-1:])[-1].title
        return () if plain_text(above) == plain_text(title) else above


def _each_anchor_once(plans: list[SlidePlan]) -> tuple[SlidePlan, ...]:
    """Return the plans, of which the first leads no more to what stands on the others."""
    later = {anchor for plan in plans[1:] for anchor in plan.anchors}
    first = [replace(plan, anchors=tuple(a for a in plan.anchors if a not in later)) for plan in plans[:1]]
    return (*first, *plans[1:])


def _slide_title(block: Block) -> Inlines:
    """Return the title that a block gives its slide; a callout's is its own heading."""
    return () if isinstance(block, Callout) else block.title


def _layouts(blocks: Blocks, face: Blocks) -> tuple[str, ...]:
    """Return the layouts to try for a slide that shows `face`, which is of `blocks`."""
    chosen = next((block.layout for block in (*blocks, *face) if block.layout), None)
    if chosen == "content" and len(face) > 1 and all(isinstance(block, FLOWING) for block in face):
        return ladder(_layout_of(face))
    return ladder(chosen or _layout_of(face))


def _layout_of(face: Blocks) -> str:
    match face:
        case ():
            return "section"
        case (Columns(parts=parts),):
            return "two-columns" if len(parts) == 2 else "content"
        case (Points(caption=()),):
            return "content"
        case (block,):
            return next((name for kind, name in LAYOUT_OF_KIND if isinstance(block, kind)), FREE)
        case _:
            return "two-columns" if _beside(face) else _layout_of_several(face)


def _layout_of_several(face: Blocks) -> str:
    """Return the layout of what stands below each other: points first or last have a place of their own."""
    bare = [isinstance(block, Points) and not block.caption for block in face]
    if all(bare):
        return "content"
    if sum(isinstance(block, Points) for block in face) == 1 and (bare[0] or bare[-1]):
        return SHARED[0] if bare[0] else SHARED[1]
    return FREE


def _beside(face: Blocks) -> tuple[Blocks, ...]:
    """Return what stands beside each other: columns, or an illustration and points before or after it."""
    match face:
        case (Columns(parts=parts),):
            return tuple(part.content for part in parts)
        case (Chart() | Figure() as first, *others) if others and all(isinstance(b, FLOWING) for b in others):
            return (first,), tuple(others)
        case (*others, Chart() | Figure() as last) if others and all(isinstance(b, FLOWING) for b in others):
            return tuple(others), (last,)
        case _:
            return ()
