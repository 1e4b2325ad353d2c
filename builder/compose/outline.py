"""From sections to slides: which slides there are, in which order, with what on them (DESIGN, section 3)."""

from __future__ import annotations

from builder.compose.plan import ReferenceList, SlidePlan
from builder.compose.section_slides import ladder, section_plans
from builder.compose.spoken import spoken
from builder.model.block import Cell, Column, Output, Point, Points, Row, Table
from builder.model.document import Document, Section
from builder.model.inline import Inlines, Link, Text, plain_text
from builder.model.resolved import ResolvedDocument


def plan_slides(resolved: ResolvedDocument) -> tuple[SlidePlan, ...]:
    """Return the slides of a document, in order."""
    document = resolved.document
    plans = [_title_plan(document)]
    if document.key_messages:
        plans.append(_key_messages_plan(document))
    shown = tuple(section for section in document.sections if section.shown_in(Output.DECK))
    if document.deck.agenda and shown:
        plans.append(_agenda_plan(shown))
    for section in shown:
        if document.deck.dividers:
            plans.append(_divider_plan(section))
        plans.extend(section_plans(section))
    if entries := resolved.references_in(Output.DECK):
        block = ReferenceList(path="references", span=document.span, id="references", entries=entries)
        plans.append(
            SlidePlan("references", ("references",), _text("References"), (block,), section="References")
        )
    if document.deck.abbreviations and document.abbreviations:
        plans.append(_abbreviations_plan(document))
    return tuple(plans)


def _text(text: str) -> Inlines:
    return (Text(text),)


def _title_plan(document: Document) -> SlidePlan:
    return SlidePlan("title", ("title",), document.title, notes=spoken(document.abstract))


def _key_messages_plan(document: Document) -> SlidePlan:
    span = document.key_messages_span or document.span
    points = tuple(Point(message, (), span) for message in document.key_messages)
    block = Points(path="key-messages", span=span, id="key-messages", points=points)
    return SlidePlan("key-messages", ladder("content"), _text("Key messages"), (block,))


def _agenda_plan(sections: tuple[Section, ...]) -> SlidePlan:
    points = tuple(Point((Link(f"#{section.id}", section.title),), (), section.span) for section in sections)
    block = Points(path="agenda", span=sections[0].span, id="agenda", points=points)
    return SlidePlan("agenda", ladder("content"), _text("Agenda"), (block,))


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
    return SlidePlan("abbreviations", ladder("table"), _text("Abbreviations"), (block,))
