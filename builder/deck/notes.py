"""Speaker notes: what the author wrote for the speaker, then the section's prose, as plain paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from builder.compose.typography import NO_BREAK_HYPHEN, typeset
from builder.deck.look import LOWERED, RAISED
from builder.deck.model import Break, ExternalLink, Paragraph, Run, RunNode, RunStyle
from builder.model.inline import (
    Abbreviated,
    CitationMark,
    Code,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ReferenceLink,
    Strong,
    Subscript,
    Superscript,
    Text,
    join_texts,
)
from builder.model.prose import Paragraph as ProseParagraph
from builder.model.prose import Prose, ProseList


def read_notes(prose: Prose) -> tuple[Paragraph, ...]:
    """Return prose as paragraphs of the notes page."""
    return tuple(_paragraphs(prose, 0))


def _paragraphs(prose: Prose, level: int) -> Iterator[Paragraph]:
    for node in prose:
        if isinstance(node, ProseParagraph):
            yield Paragraph(tuple(_runs(node.content, RunStyle())), level)
        else:
            yield from _list(node, level)


def _list(node: ProseList, level: int) -> Iterator[Paragraph]:
    for number, item in enumerate(node.items, node.start or 1):
        mark = "• " if node.start is None else f"{number}. "
        for index, paragraph in enumerate(_paragraphs(item, level)):
            lead = (Run(mark),) if index == 0 else ()
            yield Paragraph((*lead, *paragraph.runs), paragraph.level)


def _runs(content: Inlines, style: RunStyle) -> Iterator[RunNode]:
    for node in join_texts(content, across_claims=True):
        match node:
            case Text(text=text) | Abbreviated(text=text):
                yield Run(typeset(text).replace(NO_BREAK_HYPHEN, "-"), style)
            case Code(text=text) | ReferenceLink(text=text):
                yield Run(text, style)
            case LineBreak():
                yield Break()
            case Link(href=href, content=inner):
                yield from _linked(_runs(inner, style), href)
            case CitationMark(content=inner):
                yield from _runs(inner, style)
            case Emphasis() | Strong() | Superscript() | Subscript():
                yield from _runs(node.content, replace(style, **_STYLES[type(node)]))


_STYLES: Mapping[type[Inline], dict[str, Any]] = {
    Emphasis: {"italic": True},
    Strong: {"bold": True},
    Superscript: {"baseline": RAISED},
    Subscript: {"baseline": LOWERED},
}


def _linked(runs: Iterator[RunNode], href: str) -> Iterator[RunNode]:
    """Yield the runs with a link out of the deck; notes have no places inside of it."""
    link = None if href.startswith("#") else ExternalLink(href)
    for run in runs:
        yield replace(run, link=link) if isinstance(run, Run) else run
