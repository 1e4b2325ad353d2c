"""The works behind a block as a citation that looks like those in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum

from builder.model.block import Block, Columns, TextBlock
from builder.model.document import Document, Section
from builder.model.inline import CitationMark, CitedItem, Inline, Inlines, Link, Superscript, Text, plain_text
from builder.model.prose import Paragraph, Prose
from builder.model.resolved import ReferenceEntry, ResolvedDocument


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


def cite_sources(items: tuple[CitedItem, ...], resolved: ResolvedDocument, form: CitationForm) -> Inlines:
    """Return one citation of all `items`: numbers in order, three or more in a row as a range."""
    if not items:
        return ()
    entries = sorted(
        {resolved.reference(item.key).number: resolved.reference(item.key) for item in items}.items()
    )
    works = [entry for _, entry in entries]
    if form is CitationForm.AUTHOR_DATE:
        shown = tuple(_separated([[entry] for entry in works], "; ", lambda entry: entry.short))
    else:
        shown = tuple(_separated(_runs(works), ",", lambda entry: str(entry.number)))
    keys = tuple(entry.key for entry in works)
    if form is CitationForm.RAISED_NUMBER:
        return (CitationMark((Superscript(shown),), keys),)
    return (Text(" "), CitationMark((Text("("), *shown, Text(")")), keys))


def _runs(works: list[ReferenceEntry]) -> list[list[ReferenceEntry]]:
    """Return the works in runs of consecutive numbers; runs of two are parted."""
    runs: list[list[ReferenceEntry]] = []
    for entry in works:
        if runs and runs[-1][-1].number + 1 == entry.number:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return [part for run in runs for part in ([[entry] for entry in run] if len(run) < 3 else [run])]


def _separated(
    runs: list[list[ReferenceEntry]], separator: str, name: Callable[[ReferenceEntry], str]
) -> Iterator[Inline]:
    for index, run in enumerate(runs):
        if index:
            yield Text(separator)
        yield _link(run[0], name)
        if len(run) > 1:
            yield Text("–")
            yield _link(run[-1], name)


def _link(entry: ReferenceEntry, name: Callable[[ReferenceEntry], str]) -> Link:
    return Link(f"#{entry.anchor}", (Text(name(entry)),))


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
