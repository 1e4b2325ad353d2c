"""Rebuild a document with its inlines replaced.

The order of the visits is the order of reading: title, abstract, key messages, then the sections depth
first; within a block the title, the caption, the content and the source.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias, TypeVar

from builder.model.block import (
    Block,
    Callout,
    Cards,
    Chart,
    Columns,
    Item,
    Output,
    Point,
    Points,
    Quote,
    SlideBlock,
    Stats,
    Steps,
    Table,
    TextBlock,
    Timeline,
)
from builder.model.document import Document, Section
from builder.model.inline import (
    Citation,
    CitedItem,
    CrossReference,
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    Link,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from builder.model.prose import Paragraph, Prose, ProseNode

Outputs: TypeAlias = frozenset[Output]
BOTH: Outputs = frozenset(Output)
DECK: Outputs = frozenset({Output.DECK})

B = TypeVar("B", bound=Block)


def narrowed(outputs: Outputs, only: Output | None) -> Outputs:
    """Return those of `outputs` that still show what says `only`."""
    return outputs if only is None else outputs & {only}


class Rewriter:
    """Rebuilds a document; subclasses say what stands for what is to be looked up.

    They are told in which outputs the author's text is seen; speaker notes belong to the deck.
    """

    def replacement(self, node: Citation | CrossReference, outputs: Outputs) -> Inlines:
        """Return what stands for a citation or a cross-reference."""
        raise NotImplementedError

    def text(self, node: Text, outputs: Outputs) -> Inlines:  # noqa: ARG002 - for those who mind
        """Return what stands for text."""
        return (node,)

    def footnote(self, node: Footnote, outputs: Outputs) -> Inlines:  # noqa: ARG002 - for those who mind
        """Return what stands for a footnote, whose content was rewritten."""
        return (node,)

    def heading(self, content: Inlines, outputs: Outputs) -> Inlines:
        """Return a title, subtitle, section's title or headline, or block's title rewritten."""
        return self._inlines(content, outputs)

    def source(self, items: tuple[CitedItem, ...], outputs: Outputs) -> None:
        """Meet the `source` of a block or of a figure in a strip; it stays as it is."""

    def siblings(self, content: Inlines) -> Inlines:
        """Return neighbouring inlines after each was rewritten."""
        return content

    def finished_block(self, block: B) -> B:
        """Return a block after its content was rewritten."""
        return block

    def finished_section(self, section: Section) -> Section:
        """Return a section after its content was rewritten."""
        return section

    def document(self, document: Document) -> Document:
        """Return the document rewritten."""
        return replace(
            document,
            title=self.heading(document.title, BOTH),
            subtitle=self.heading(document.subtitle, BOTH),
            abstract=self.prose(document.abstract, BOTH),
            key_messages=tuple(self._inlines(message, BOTH) for message in document.key_messages),
            sections=tuple(self._section(section, BOTH) for section in document.sections),
            disclosure=self.prose(document.disclosure, BOTH),
        )

    def _section(self, section: Section, outputs: Outputs) -> Section:
        outputs = narrowed(outputs, section.only)
        return self.finished_section(
            replace(
                section,
                title=self.heading(section.title, outputs),
                headline=self.heading(section.headline, outputs & DECK),
                notes=self.prose(section.notes, outputs & DECK),
                content=self._blocks(section.content, outputs),
                sections=tuple(self._section(child, outputs) for child in section.sections),
            )
        )

    def _blocks(self, blocks: tuple[Block, ...], outputs: Outputs) -> tuple[Block, ...]:
        return tuple(self._block(block, outputs) for block in blocks)

    def _block(self, block: Block, outputs: Outputs) -> Block:
        outputs = narrowed(outputs, block.only)
        if isinstance(block, SlideBlock):
            outputs &= DECK
        block = replace(
            block,
            title=self.heading(block.title, outputs),
            caption=self._inlines(block.caption, outputs),
            notes=self.prose(block.notes, outputs & DECK),
        )
        block = self._content(block, outputs)
        self.source(block.source, outputs)
        return self.finished_block(block)

    def _content(self, block: Block, outputs: Outputs) -> Block:
        match block:
            case TextBlock() | Callout():
                return replace(block, prose=self.prose(block.prose, outputs))
            case Quote():
                prose = self.prose(block.prose, outputs)
                return replace(block, prose=prose, by=self._inlines(block.by, outputs))
            case Chart():
                return replace(block, note=self._inlines(block.note, outputs))
            case Columns():
                parts = (replace(part, content=self._blocks(part.content, outputs)) for part in block.parts)
                return replace(block, parts=tuple(parts))
            case SlideBlock():
                return replace(block, content=self._blocks(block.content, outputs))
            case _:
                return self._listed_content(block, outputs)

    def _listed_content(self, block: Block, outputs: Outputs) -> Block:
        match block:
            case Points():
                return replace(block, points=self._points(block.points, outputs))
            case Steps() | Cards():
                return replace(block, items=tuple(self._item(item, outputs) for item in block.items))
            case Stats():
                return self._stats(block, outputs)
            case Table():
                return self._table(block, outputs)
            case Timeline():
                events = (
                    replace(
                        event,
                        title=self._inlines(event.title, outputs),
                        text=self._inlines(event.text, outputs),
                    )
                    for event in block.events
                )
                return replace(block, events=tuple(events))
            case _:
                return block

    def _points(self, points: tuple[Point, ...], outputs: Outputs) -> tuple[Point, ...]:
        return tuple(
            replace(
                point,
                content=self._inlines(point.content, outputs),
                points=self._points(point.points, outputs),
            )
            for point in points
        )

    def _item(self, item: Item, outputs: Outputs) -> Item:
        title = self._inlines(item.title, outputs)
        return replace(item, title=title, text=self._inlines(item.text, outputs))

    def _stats(self, block: Stats, outputs: Outputs) -> Stats:
        items = []
        for stat in block.items:
            value, label = self._inlines(stat.value, outputs), self._inlines(stat.label, outputs)
            self.source(stat.source, outputs)
            items.append(replace(stat, value=value, label=label))
        return replace(block, items=tuple(items))

    def _table(self, block: Table, outputs: Outputs) -> Table:
        columns = (replace(c, title=self._inlines(c.title, outputs)) for c in block.columns)
        block = replace(block, columns=tuple(columns))
        rows = (
            replace(
                row, cells=tuple(replace(c, content=self._inlines(c.content, outputs)) for c in row.cells)
            )
            for row in block.rows
        )
        return replace(block, rows=tuple(rows))

    def prose(self, prose: Prose, outputs: Outputs) -> Prose:
        """Return prose rewritten."""
        return tuple(self._prose_node(node, outputs) for node in prose)

    def _prose_node(self, node: ProseNode, outputs: Outputs) -> ProseNode:
        if isinstance(node, Paragraph):
            return replace(node, content=self._inlines(node.content, outputs))
        return replace(node, items=tuple(self.prose(item, outputs) for item in node.items))

    def _inlines(self, content: Inlines, outputs: Outputs) -> Inlines:
        if not content:
            return content
        return self.siblings(tuple(new for node in content for new in self._inline(node, outputs)))

    def _inline(self, node: Inline, outputs: Outputs) -> Inlines:
        match node:
            case Citation() | CrossReference():
                return self.replacement(node, outputs)
            case Text():
                return self.text(node, outputs)
            case Footnote():
                return self.footnote(replace(node, content=self._inlines(node.content, outputs)), outputs)
            case Emphasis() | Strong() | Superscript() | Subscript() | Link():
                return (replace(node, content=self._inlines(node.content, outputs)),)
            case _:
                return (node,)
