"""Speaker notes: what the author wrote for the speaker, then the section's prose, as plain paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from builder.compose.typography import typeset
from builder.deck.model import Break, ExternalLink, Paragraph, Run, RunNode, RunStyle
from builder.model.inline import (
    CitationMark,
    Code,
    Emphasis,
    Inlines,
    LineBreak,
    Link,
    ReferenceLink,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from builder.model.prose import Paragraph as ProseParagraph
from builder.model.prose import Prose
from builder.model.prose import ProseList

_RAISED = RunStyle(baseline=0.3)


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
    for node in content:
        match node:
            case Text(text=text):
                yield Run(typeset(text).replace("\u2011", "-"), style)
            case Code(text=text) | ReferenceLink(text=text):
                yield Run(text, style)
            case LineBreak():
                yield Break()
            case Emphasis(content=inner):
                yield from _runs(inner, _with(style, italic=True))
            case Strong(content=inner):
                yield from _runs(inner, _with(style, bold=True))
            case Superscript(content=inner):
                yield from _runs(inner, _RAISED)
            case Subscript(content=inner):
                yield from _runs(inner, RunStyle(baseline=-0.25))
            case Link(href=href, content=inner):
                link = None if href.startswith("#") else ExternalLink(href)
                for run in _runs(inner, style):
                    yield Run(run.text, run.style, link) if isinstance(run, Run) else run
            case CitationMark(content=inner):
                yield from _runs(inner, style)


def _with(style: RunStyle, *, bold: bool | None = None, italic: bool | None = None) -> RunStyle:
    return RunStyle(bold=bold or style.bold, italic=italic or style.italic, baseline=style.baseline)
