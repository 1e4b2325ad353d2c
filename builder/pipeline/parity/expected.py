"""What each output must say: every text of the resolved document, by the section or block that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.compose.captions import split_caption
from builder.compose.lists import block_lists
from builder.diagnostics import Span
from builder.model.block import (
    Block,
    Callout,
    Columns,
    Output,
    PageBreak,
    SlideBlock,
    TextBlock,
)
from builder.model.document import Document, Section
from builder.model.inline import plain_text
from builder.model.resolved import Picture, ResolvedDocument
from builder.pipeline.parity.block_pieces import block_pieces
from builder.pipeline.parity.drawings import Drawing, expected_drawing
from builder.pipeline.parity.pieces import (
    Piece,
    claims_in,
    inline_pieces,
    prose_pieces,
    read_text,
    sentence_pieces,
    spoken,
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What one output must say of one part of the document.

    Attributes:
        path: of the section or block, or a name such as `abstract`. word: what it is, as in "table".
        drawing: its picture or chart, or nothing.
    """

    path: str
    word: str
    span: Span
    pieces: tuple[Piece, ...]
    drawing: Drawing | None = None


def expect(resolved: ResolvedDocument, output: Output) -> tuple[Expected, ...]:
    """Return everything that `output` must say, in the order of the content."""
    document = resolved.document
    return (
        *_front_matter(document, output),
        *_sections(document.sections, output, resolved.pictures),
        *_back_matter(resolved, output),
    )


def omitted(document: Document, output: Output) -> tuple[tuple[str, Span], ...]:
    """Return the paths of the sections and blocks that the author keeps out of `output`."""
    return tuple(_omitted_sections(document.sections, output))


def _omitted_sections(sections: tuple[Section, ...], output: Output) -> Iterator[tuple[str, Span]]:
    for section in sections:
        if not section.shown_in(output):
            yield section.path, section.span
            continue
        for block in section.content:
            if not block.shown_in(output):
                yield block.path, block.span
        yield from _omitted_sections(section.sections, output)


def _front_matter(document: Document, output: Output) -> Iterator[Expected]:
    authors = [
        Piece((text,)) for author in document.authors for text in (author.name, author.affiliation) if text
    ]
    title = (*inline_pieces(document.title), *inline_pieces(document.subtitle), *authors)
    yield Expected("title", "title", document.span, title)
    if output is Output.REPORT:
        yield from _lists(document)
    abstract = prose_pieces(document.abstract)
    abstract = spoken(abstract) if output is Output.DECK else abstract
    yield Expected("abstract", "abstract", document.span, tuple(abstract))
    messages = tuple(piece for message in document.key_messages for piece in inline_pieces(message))
    yield Expected("key-messages", "key messages", document.key_messages_span or document.span, messages)
    if output is Output.DECK and document.deck.agenda:
        yield _contents(document, output)
    if output is Output.REPORT:
        yield Expected("disclosure", "disclosure", document.span, tuple(prose_pieces(document.disclosure)))


def _lists(document: Document) -> Iterator[Expected]:
    """Yield the lists of the report, which stand before its abstract or beside it."""
    if document.report.toc:
        yield _contents(document, Output.REPORT)
    for listed in block_lists(document):
        pieces = tuple(piece for block in listed.blocks for piece in inline_pieces(block.title))
        yield Expected(listed.name, f"list of {listed.title.lower()}", document.span, pieces)
    keywords = tuple(Piece((keyword,)) for keyword in document.keywords)
    yield Expected("keywords", "keywords", document.span, keywords)


def _contents(document: Document, output: Output) -> Expected:
    shown = (section.title for section in document.sections if section.shown_in(output))
    titles = tuple(piece for title in shown for piece in inline_pieces(title))
    return Expected("contents", "list of contents", document.span, titles)


def _sections(
    sections: tuple[Section, ...], output: Output, pictures: Mapping[str, Picture]
) -> Iterator[Expected]:
    for section in sections:
        if not section.shown_in(output):
            continue
        yield Expected(section.path, "section", section.span, tuple(_section_pieces(section, output)))
        for block in section.content:
            yield from _block(block, output, pictures)
        yield from _sections(section.sections, output, pictures)


def _section_pieces(section: Section, output: Output) -> Iterator[Piece]:
    if output is Output.REPORT:
        yield from inline_pieces(section.title)
        return
    shown = section.headline or section.title
    titled = next((block.title for block in section.content if _has_slide(block)), ())
    captions = (plain_text(split_caption(block.caption)[0]) for block in section.content)
    if not titled and plain_text(shown) not in captions:
        yield Piece((read_text(shown),), claims=claims_in(shown))
    yield from spoken(prose_pieces(section.notes))


def _has_slide(block: Block) -> bool:
    """Return whether a block could be the first on a section's slide, whose own title then stands for the headline."""
    shown = block.shown_in(Output.DECK) and not isinstance(block, TextBlock | PageBreak)
    return shown and not isinstance(block, Callout)


def _back_matter(resolved: ResolvedDocument, output: Output) -> Iterator[Expected]:
    document = resolved.document
    if output is Output.REPORT or document.deck.abbreviations:
        for item in document.abbreviations:
            pieces = (Piece((item.short,)), Piece((item.long,)))
            yield Expected("abbreviations", "abbreviation", item.span, pieces)
    for entry in resolved.references_in(output):
        span = document.reference_spans.get(entry.key, document.span)
        yield Expected(entry.anchor, "reference", span, tuple(inline_pieces(entry.entry)))


def _block(block: Block, output: Output, pictures: Mapping[str, Picture]) -> Iterator[Expected]:
    """Yield what `output` says of a block, and of the blocks in it."""
    if not block.shown_in(output) or (isinstance(block, SlideBlock) and output is Output.REPORT):
        return
    if isinstance(block, PageBreak):
        return
    own = block_pieces(block)
    if output is Output.DECK and isinstance(block, TextBlock):
        own = spoken(own)
    pieces = [*inline_pieces(block.title), *own, *sentence_pieces(block.caption)]
    if output is Output.DECK:
        pieces.extend(spoken(prose_pieces(block.notes)))
    drawing = expected_drawing(block, pictures.get(block.path), output)
    yield Expected(block.path, word_of(block), block.span, tuple(pieces), drawing)
    for inner in _inner(block):
        yield from _block(inner, output, pictures)


def _inner(block: Block) -> tuple[Block, ...]:
    match block:
        case Columns(parts=parts):
            return tuple(inner for part in parts for inner in part.content)
        case SlideBlock(content=content):
            return content
        case _:
            return ()


def word_of(block: Block) -> str:
    """Return the key that makes this kind of block in the content file."""
    words = {TextBlock: "text", SlideBlock: "slide", PageBreak: "page-break"}
    return words.get(type(block), type(block).__name__.lower())
