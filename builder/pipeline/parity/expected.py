"""What each output must say: every text of the resolved document, by the section or block that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.diagnostics import Span
from builder.model.block import (
    Block,
    Callout,
    Cards,
    Chart,
    ChartKind,
    Columns,
    Figure,
    Output,
    PageBreak,
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
    CitationMark,
    Code,
    CrossReference,
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
from builder.model.prose import Paragraph, Prose
from builder.model.resolved import ResolvedDocument

NAMED_BY_X = frozenset(ChartKind) - {ChartKind.LINE, ChartKind.AREA, ChartKind.SCATTER}
"""Charts that print each value of x as a name; on the others x may be a scale."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that an output sets as one; any of `variants` will do, the first is the fullest."""

    variants: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text as people are told about it."""
        return self.variants[0]


@dataclass(frozen=True, slots=True)
class Expected:
    """What one output must say of one part of the document.

    Attributes:
        path: of the section or block, or a name such as `abstract`. word: what it is, as in "table".
        alt: the alternative text of its picture or chart, or empty.
    """

    path: str
    word: str
    span: Span
    pieces: tuple[Piece, ...]
    alt: str = ""


def expect(resolved: ResolvedDocument, output: Output) -> tuple[Expected, ...]:
    """Return everything that `output` must say, in the order of the content."""
    document = resolved.document
    return (
        *_front_matter(document, output),
        *_sections(document.sections, output),
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
    names = [Piece((author.name,)) for author in document.authors]
    title = (*_inline(document.title), *_inline(document.subtitle), *names)
    yield Expected("title", "title", document.span, title)
    yield Expected("abstract", "abstract", document.span, tuple(_prose(document.abstract)))
    messages = tuple(piece for message in document.key_messages for piece in _inline(message))
    yield Expected("key-messages", "key messages", document.key_messages_span or document.span, messages)
    if output is Output.REPORT:
        yield Expected("disclosure", "disclosure", document.span, tuple(_prose(document.disclosure)))


def _sections(sections: tuple[Section, ...], output: Output) -> Iterator[Expected]:
    for section in sections:
        if not section.shown_in(output):
            continue
        yield Expected(section.path, "section", section.span, tuple(_section_pieces(section, output)))
        for block in section.content:
            yield from _block(block, output)
        yield from _sections(section.sections, output)


def _section_pieces(section: Section, output: Output) -> Iterator[Piece]:
    if output is Output.REPORT:
        yield from _inline(section.title)
        return
    yield Piece((_text(section.headline or section.title), _text(section.title)))
    yield from _prose(section.notes)


def _back_matter(resolved: ResolvedDocument, output: Output) -> Iterator[Expected]:
    document = resolved.document
    if output is Output.REPORT or document.deck.abbreviations:
        for item in document.abbreviations:
            pieces = (Piece((item.short,)), Piece((item.long,)))
            yield Expected("abbreviations", "abbreviation", item.span, pieces)
    for entry in resolved.references_in(output):
        span = document.reference_spans.get(entry.key, document.span)
        yield Expected(entry.anchor, "reference", span, tuple(_inline(entry.entry)))


def _block(block: Block, output: Output) -> Iterator[Expected]:
    """Yield what `output` says of a block, and of the blocks in it."""
    if not block.shown_in(output) or (isinstance(block, SlideBlock) and output is Output.REPORT):
        return
    if isinstance(block, PageBreak):
        return
    pieces = [*_inline(block.title), *_content(block), *_inline(block.caption)]
    if output is Output.DECK:
        pieces.extend(_prose(block.notes))
    yield Expected(block.path, word_of(block), block.span, tuple(pieces), block.alt if _is_drawn(block) else "")
    for inner in _inner(block):
        yield from _block(inner, output)


def _is_drawn(block: Block) -> bool:
    return isinstance(block, Figure | Chart)


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


def _content(block: Block) -> Iterator[Piece]:
    """Yield the texts of a block's own value, in reading order."""
    match block:
        case TextBlock(prose=prose) | Callout(prose=prose):
            yield from _prose(prose)
        case Quote(prose=prose, by=by):
            yield from _prose(prose)
            yield from _inline(by)
        case Points(points=points):
            yield from _points(points)
        case Steps(items=items) | Cards(items=items):
            for item in items:
                yield from (*_inline(item.title), *_inline(item.text))
        case Stats(items=stats):
            for stat in stats:
                yield from (*_inline(stat.value), *_inline(stat.label))
        case Table(columns=columns, rows=rows):
            for column in columns:
                yield from _inline(column.title)
            for row in rows:
                for cell in row.cells:
                    yield from _inline(cell.content)
        case Timeline(events=events):
            for event in events:
                yield from (Piece((event.date,)), *_inline(event.title), *_inline(event.text))
        case Chart():
            yield from _chart(block)
        case _:
            return


def _points(points: tuple[Point, ...]) -> Iterator[Piece]:
    for point in points:
        yield from _inline(point.content)
        yield from _points(point.points)


def _chart(block: Chart) -> Iterator[Piece]:
    names: list[str] = []
    if block.kind in NAMED_BY_X:
        names += [datum.text for datum in block.column(block.x).values]
    if block.series:
        names += [datum.text for datum in block.column(block.series).values]
    elif len(block.y) > 1:
        names += block.y
    if block.text:
        names += [datum.text for datum in block.column(block.text).values]
    for name in dict.fromkeys(names):
        yield Piece((name,))
    yield from _inline(block.note)


def _prose(prose: Prose) -> Iterator[Piece]:
    for node in prose:
        if isinstance(node, Paragraph):
            yield from _inline(node.content)
        else:
            for item in node.items:
                yield from _prose(item)


def _inline(content: Inlines) -> Iterator[Piece]:
    """Yield one piece, or none where nothing could be read: with its citations, or without where a slide has none."""
    full, bare = _text(content), _text(content, marks=False)
    if any(character.isalnum() for character in full):
        yield Piece((full,) if full == bare else (full, bare))


def _text(content: Inlines, *, marks: bool = True) -> str:
    parts: list[str] = []
    for node in content:
        match node:
            case Text(text=text) | Code(text=text) | ReferenceLink(text=text):
                parts.append(text)
            case LineBreak():
                parts.append(" ")
            case CitationMark(content=inner):
                parts.append(_text(inner) if marks else "")
            case Emphasis() | Strong() | Superscript() | Subscript() | Link():
                parts.append(_text(node.content, marks=marks))
            case Citation() | CrossReference():
                continue
    return "".join(parts)
