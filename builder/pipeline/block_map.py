"""Where each section and block stands in both outputs, or that its author keeps it out of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.model.block import Block, Output, TextBlock
from builder.model.document import Document, Section
from builder.model.inline import plain_text
from builder.pipeline.panels import Panel
from builder.pipeline.parity.expected import word_of
from builder.resolve.numbering import iter_blocks, iter_sections
from builder.resolve.rewrite import Outputs


@dataclass(frozen=True, slots=True)
class MappedBlock:
    """A section or a block.

    Attributes:
        kind: the key that makes it, as in "table". name: its id if its author gave one, else its title or caption.
        line: of the content file. outputs: those that show it.
        pages, slides: the numbers of those that show it. in_notes: whether the slides have it in their notes only.
    """

    path: str
    kind: str
    name: str
    line: int
    outputs: Outputs
    pages: tuple[int, ...] = ()
    slides: tuple[int, ...] = ()
    in_notes: bool = False


def map_blocks(document: Document, panels: Iterable[Panel]) -> tuple[MappedBlock, ...]:
    """Return every section and block in the order of the content, with its places in the outputs of `panels`."""
    places = {panel.output: panel.places for panel in panels}
    report, deck = (places.get(output, {}) for output in (Output.REPORT, Output.DECK))
    return tuple(
        MappedBlock(
            part.path,
            "section" if isinstance(part, Section) else word_of(part),
            _name(part),
            part.span.start.line,
            outputs,
            report.get(part.path, ()),
            deck.get(part.path, ()),
            in_notes=isinstance(part, TextBlock),
        )
        for part, outputs in _parts(document)
    )


def _parts(document: Document) -> Iterator[tuple[Section | Block, Outputs]]:
    """Yield each section, and after it its blocks."""
    blocks = list(iter_blocks(document))
    for section, outputs in iter_sections(document):
        yield section, outputs
        yield from (found for found in blocks if found[0].path.startswith(f"{section.path}/content/"))


def _name(part: Section | Block) -> str:
    if part.id != part.path.replace("/", "-"):
        return part.id
    return " ".join(plain_text(part.title or (() if isinstance(part, Section) else part.caption)).split())
