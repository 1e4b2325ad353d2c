"""Number figures, tables and sections in report order; both outputs show the same numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.diagnostics import Span
from builder.model.block import Block, Chart, Columns, Figure, Label, Output, SlideBlock, Table
from builder.model.document import Document, Section
from builder.resolve.rewrite import BOTH, Outputs, narrowed


@dataclass(frozen=True, slots=True)
class Numbering:
    """The labels of blocks and the numbers of sections, both by path."""

    labels: dict[str, Label]
    sections: dict[str, str]


def iter_blocks(document: Document) -> Iterator[tuple[Block, Outputs]]:
    """Yield every block in reading order, with the outputs that show it."""
    for section, outputs in iter_sections(document):
        for block in section.content:
            yield from _nested(block, outputs)


def iter_sections(document: Document) -> Iterator[tuple[Section, Outputs]]:
    """Yield every section, depth first, with the outputs that show it."""
    for section in document.sections:
        yield from _below(section, BOTH)


def spans_of(document: Document) -> dict[str, Span]:
    """Return where each section and block is written, by its path."""
    parts = [part for parts in (iter_sections(document), iter_blocks(document)) for part, _ in parts]
    return {part.path: part.span for part in parts}


def _below(section: Section, outputs: Outputs) -> Iterator[tuple[Section, Outputs]]:
    outputs = narrowed(outputs, section.only)
    yield section, outputs
    for child in section.sections:
        yield from _below(child, outputs)


def _nested(block: Block, outputs: Outputs) -> Iterator[tuple[Block, Outputs]]:
    outputs = narrowed(outputs, block.only)
    children: tuple[Block, ...] = ()
    match block:
        case SlideBlock():
            outputs = narrowed(outputs, Output.DECK)
            children = block.content
        case Columns():
            children = tuple(child for part in block.parts for child in part.content)
    yield block, outputs
    for child in children:
        yield from _nested(child, outputs)


def number(document: Document) -> Numbering:
    """Return the numbers of everything that the report shows; what only the deck shows has none."""
    counts = {"Figure": 0, "Table": 0}
    labels = {}
    for block, outputs in iter_blocks(document):
        word = _word(block)
        if word and Output.REPORT in outputs:
            counts[word] += 1
            labels[block.path] = Label(word, str(counts[word]))
    sections: dict[str, str] = {}
    _number_sections(document.sections, "", sections)
    return Numbering(labels, sections)


def _word(block: Block) -> str:
    match block:
        case Figure() | Chart():
            return "Figure"
        case Table():
            return "Table"
        case _:
            return ""


def _number_sections(sections: tuple[Section, ...], above: str, numbers: dict[str, str]) -> None:
    count = 0
    for section in sections:
        if not section.shown_in(Output.REPORT):
            continue
        count += 1
        numbers[section.path] = f"{above}{count}"
        _number_sections(section.sections, f"{above}{count}.", numbers)
