"""The lists of figures and of tables: label, and title or first sentence of the caption."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.compose.captions import split_caption
from builder.compose.words import WORDS
from builder.model.block import Label, Output
from builder.model.document import Document
from builder.model.inline import (
    CitationMark,
    Emphasis,
    Inline,
    Inlines,
    Link,
    ReferenceLink,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from builder.resolve.numbering import iter_blocks


@dataclass(frozen=True, slots=True)
class ListedBlock:
    """A line of a list; `title` has neither links nor citations."""

    id: str
    label: Label
    title: Inlines


@dataclass(frozen=True, slots=True)
class BlockList:
    """A list of numbered blocks; `name` is pandoc's: `lof` or `lot`."""

    name: str
    title: str
    blocks: tuple[ListedBlock, ...]


def block_lists(document: Document) -> tuple[BlockList, ...]:
    """Return the lists that the settings ask for and that have something to list."""
    wanted = [("lof", "Figure", document.report.lof), ("lot", "Table", document.report.lot)]
    lists = (
        BlockList(name, WORDS[name], numbered_blocks(document, word)) for name, word, asked in wanted if asked
    )
    return tuple(found for found in lists if found.blocks)


def numbered_blocks(document: Document, word: str) -> tuple[ListedBlock, ...]:
    """Return what the report numbers as `word`, in order."""
    return tuple(
        ListedBlock(block.id, block.label, _unlinked(block.title or split_caption(block.caption)[0]))
        for block, outputs in iter_blocks(document)
        if block.label and block.label.word == word and Output.REPORT in outputs
    )


def _unlinked(content: Inlines) -> Inlines:
    return tuple(part for node in content for part in _without_link(node))


def _without_link(node: Inline) -> Inlines:
    match node:
        case CitationMark():
            return ()
        case Link(content=content):
            return _unlinked(content)
        case ReferenceLink(text=text):
            return (Text(text),)
        case Emphasis() | Strong() | Superscript() | Subscript():
            return (replace(node, content=_unlinked(node.content)),)
        case _:
            return (node,)
