"""From sections to slides: which slides there are, in which order, with what on them (DESIGN, section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.compose.plan import ReferenceList, SlidePlan
from builder.model.block import (
    Block,
    Callout,
    Cards,
    Cell,
    Chart,
    Column,
    Columns,
    Figure,
    Output,
    PageBreak,
    Point,
    Points,
    Quote,
    Row,
    SlideBlock,
    Stats,
    Steps,
    Table,
    TextBlock,
    Timeline,
)
from builder.model.document import Document, Section
from builder.model.inline import Inlines, Link, Text, plain_text
from builder.model.prose import Prose
from builder.model.resolved import ResolvedDocument

FLOWING = (Points, Stats, Callout, Quote)
"""Kinds that share the section's slide; each of the others starts a slide of its own."""

COMPACT = "-compact"
LAYOUT_OF_KIND: tuple[tuple[type[Block], str], ...] = (
    (Table, "table"),
    (Chart, "chart"),
    (Figure, "figure"),
    (Steps, "steps"),
    (Cards, "cards"),
    (Timeline, "timeline"),
    (Columns, "two-columns"),
    (Quote, "quotation"),
    (Stats, "stats"),
    (ReferenceList, "references"),
)
WITHOUT_COMPACT = frozenset({"title", "section", "blank", "quotation"})


def plan_slides(resolved: ResolvedDocument) -> tuple[SlidePlan, ...]:
    """Return the slides of a document, in order."""
    document = resolved.document
    plans = [_title_plan(document)]
    if document.key_messages:
        plans.append(_key_messages_plan(document))
    shown = tuple(section for section in document.sections if section.shown_in(Output.DECK))
    if document.deck.agenda:
        plans.append(_agenda_plan(shown))
    for section in shown:
        if document.deck.dividers:
            plans.append(_divider_plan(section))
        plans.extend(_section_plans(section, None))
    if document.deck.abbreviations and document.abbreviations:
        plans.append(_abbreviations_plan(document))
    if entries := resolved.references_in(Output.DECK):
        block = ReferenceList(path="references", span=document.span, id="references", entries=entries)
        plans.append(
            SlidePlan("references", ("references",), _text("References"), (block,), section="References")
        )
    return tuple(plans)


def _text(text: str) -> Inlines:
    return (Text(text),)


def _title_plan(document: Document) -> SlidePlan:
    return SlidePlan("title", ("title",), document.title, notes=document.abstract)


def _key_messages_plan(document: Document) -> SlidePlan:
    span = document.key_messages_span or document.span
    points = tuple(Point(message, (), span) for message in document.key_messages)
    block = Points(path="key-messages", span=span, id="key-messages", points=points)
    return SlidePlan("key-messages", _ladder("content"), _text("Key messages"), (block,))


def _agenda_plan(sections: tuple[Section, ...]) -> SlidePlan:
    points = tuple(Point((Link(f"#{section.id}", section.title),), (), section.span) for section in sections)
    block = Points(path="agenda", span=sections[0].span, id="agenda", points=points)
    return SlidePlan("agenda", _ladder("content"), _text("Agenda"), (block,))


def _divider_plan(section: Section) -> SlidePlan:
    name = plain_text(section.title)
    return SlidePlan(f"{section.path}/divider", ("section",), section.title, section=name)


def _abbreviations_plan(document: Document) -> SlidePlan:
    rows = tuple(
        Row((Cell(_text(item.short), item.span), Cell(_text(item.long), item.span)), item.span)
        for item in document.abbreviations
    )
    columns = (Column(_text("Abbreviation"), width=0.2), Column(_text("Meaning"), width=0.8))
    block = Table(path="abbreviations", span=rows[0].span, id="abbreviations", columns=columns, rows=rows)
    return SlidePlan("abbreviations", _ladder("table"), _text("Abbreviations"), (block,))


def _ladder(layout: str) -> tuple[str, ...]:
    """Return a layout's name and its compact one's."""
    return (layout,) if layout in WITHOUT_COMPACT or layout.endswith(COMPACT) else (layout, layout + COMPACT)


@dataclass(slots=True)
class _Draft:
    """A slide of a section while its blocks are gathered."""

    blocks: list[Block]
    notes: list[Prose]


def _section_plans(section: Section, top: Section | None) -> Iterator[SlidePlan]:
    """Yield the slides of a section and its subsections; `top` is the section at the outermost level."""
    drafts, rest = _drafts(section)
    if not drafts:
        drafts = [_Draft([], [rest])]
    elif rest:
        drafts[-1].notes.append(rest)
    if section.notes:
        drafts[0].notes.insert(0, section.notes)
    for index, draft in enumerate(drafts):
        yield _section_slide(section, top or section, draft, index)
    for child in section.sections:
        if child.shown_in(Output.DECK):
            yield from _section_plans(child, top or section)


def _drafts(section: Section) -> tuple[list[_Draft], Prose]:
    """Gather a section's blocks into slides; the prose after the last one comes back beside them.

    Prose goes with the slide that follows it, because it introduces it.
    """
    drafts: list[_Draft] = []
    prose: Prose = ()
    for block in section.content:
        if not block.shown_in(Output.DECK) or isinstance(block, PageBreak):
            continue
        if isinstance(block, TextBlock):
            prose += block.notes + block.prose
            continue
        if drafts and _joins(drafts[-1], block):
            drafts[-1].blocks.append(block)
        else:
            drafts.append(_Draft([block], []))
        if block.notes:
            drafts[-1].notes.insert(0, block.notes)
        if prose:
            drafts[-1].notes.append(prose)
        prose = ()
    return drafts, prose


def _joins(draft: _Draft, block: Block) -> bool:
    """Return whether `block` goes on the slide that was begun."""
    if block.layout or _slide_title(block) or isinstance(block, SlideBlock):
        return False
    flowing = all(isinstance(other, FLOWING) for other in draft.blocks)
    if isinstance(block, FLOWING):
        return flowing
    only_points = all(isinstance(other, Points) for other in draft.blocks)
    return isinstance(block, Chart | Figure) and only_points


def _section_slide(section: Section, top: Section, draft: _Draft, index: int) -> SlidePlan:
    blocks = tuple(draft.blocks)
    if len(blocks) == 1 and isinstance(blocks[0], SlideBlock):
        blocks = blocks[0].content
    anchors = ((section.id,) if index == 0 else ()) + tuple(block.id for block in draft.blocks)
    plan = SlidePlan(
        key=draft.blocks[0].path if draft.blocks else section.path,
        layouts=_layouts(draft.blocks),
        title=_title(section, draft.blocks, index),
        blocks=blocks,
        kicker=_kicker(section, top),
        notes=tuple(node for prose in draft.notes for node in prose),
        section=plain_text(top.title),
        anchors=anchors,
    )
    return replace(plan, fallback=_fallback(plan, section, index))


def _title(section: Section, blocks: list[Block], index: int) -> Inlines:
    own = next((_slide_title(block) for block in blocks if _slide_title(block)), ())
    headline = section.headline or section.title
    if own or index == 0:
        return own or headline
    return blocks[0].caption or headline


def _slide_title(block: Block) -> Inlines:
    """Return the title that a block gives its slide; a callout's is its own heading."""
    return () if isinstance(block, Callout) else block.title


def _kicker(section: Section, top: Section) -> Inlines:
    return () if section is top and not section.headline else top.title


def _layouts(blocks: list[Block]) -> tuple[str, ...]:
    if not blocks:
        return ("section",)
    if chosen := next((block.layout for block in blocks if block.layout), None):
        return _ladder(chosen)
    if len(blocks) > 1 and isinstance(blocks[-1], Chart | Figure):
        return _ladder("two-columns")
    if len(blocks) > 1:
        return _ladder("content")
    kind = next((name for cls, name in LAYOUT_OF_KIND if isinstance(blocks[0], cls)), "content")
    return _ladder(kind)


def _fallback(plan: SlidePlan, section: Section, index: int) -> tuple[SlidePlan, ...]:
    """Return the slides for points and an illustration that do not fit beside each other."""
    if len(plan.blocks) < 2 or not isinstance(plan.blocks[-1], Chart | Figure):
        return ()
    *points, illustration = plan.blocks
    first = replace(plan, layouts=_ladder("content"), blocks=tuple(points), anchors=plan.anchors[:-1])
    second = replace(
        plan,
        key=illustration.path,
        layouts=_layouts([illustration]),
        title=_title(section, [illustration], index + 1),
        blocks=(illustration,),
        notes=(),
        anchors=(illustration.id,),
    )
    return (first, second)
