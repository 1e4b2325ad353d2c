"""How the document's citation style looks, told from the marks that it has made."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from builder.model.block import Block, Columns, TextBlock
from builder.model.document import Document, Section
from builder.model.inline import CitationMark, Inlines, Superscript, plain_text
from builder.model.prose import Paragraph, Prose


class CitationForm(Enum):
    """What a citation looks like."""

    RAISED_NUMBER = "raised"
    NUMBER = "number"
    AUTHOR_DATE = "author-date"


def find_citation_form(document: Document) -> CitationForm:
    """Return the form of the document's citations; raised numbers where it has none in its text."""
    mark = next(_marks(document), None)
    if mark is None or any(isinstance(node, Superscript) for node in mark.content):
        return CitationForm.RAISED_NUMBER
    letters = [char for char in plain_text(mark.content) if char.isalpha()]
    return CitationForm.AUTHOR_DATE if letters else CitationForm.NUMBER


def _marks(document: Document) -> Iterator[CitationMark]:
    yield from _in_prose(document.abstract)
    for message in document.key_messages:
        yield from _in_inlines(message)
    for section in document.sections:
        yield from _in_section(section)


def _in_section(section: Section) -> Iterator[CitationMark]:
    for block in section.content:
        yield from _in_block(block)
    for child in section.sections:
        yield from _in_section(child)


def _in_block(block: Block) -> Iterator[CitationMark]:
    if isinstance(block, TextBlock):
        yield from _in_prose(block.prose)
    elif isinstance(block, Columns):
        for part in block.parts:
            for inner in part.content:
                yield from _in_block(inner)


def _in_prose(prose: Prose) -> Iterator[CitationMark]:
    for node in prose:
        if isinstance(node, Paragraph):
            yield from _in_inlines(node.content)
        else:
            for item in node.items:
                yield from _in_prose(item)


def _in_inlines(content: Inlines) -> Iterator[CitationMark]:
    for node in content:
        if isinstance(node, CitationMark):
            yield node
