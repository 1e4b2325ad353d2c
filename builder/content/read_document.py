"""The whole document: metadata, settings and sections, from their shapes to the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.content.nodes import Mapping, Node, Scalar, Sequence
from builder.content.numbers import parse_flag
from builder.content.read_blocks import read_blocks
from builder.content.read_claims import read_claims, report_unused
from builder.content.read_report import read_report
from builder.content.reading import Reading, read_line
from builder.content.schema.amounts import EVERY_SLIDE
from builder.content.schema.document import DeckShape, DocumentShape, LintShape, SectionShape
from builder.diagnostics import Span
from builder.model.document import (
    Abbreviation,
    Author,
    DeckSettings,
    Document,
    HandoutSettings,
    LayoutChoice,
    LintSettings,
    Section,
    SlideChoice,
    Slot,
    SourceFile,
)
from builder.model.inline import CitedItem


def read_document(shape: DocumentShape, reading: Reading) -> Document:
    """Return the document; an edition that is not given is the date. Claims are read first: all text may have them."""
    read_claims(shape.claims or (), shape.date, reading)
    document = _read_document(shape, reading)
    report_unused(reading)
    return document


def _read_document(shape: DocumentShape, reading: Reading) -> Document:
    if not shape.sections and shape.node.find("sections") is not None:
        help_line = "write at least one section: '- title: …'"
        reading.diagnostics.error(
            "B212", "a document without sections", shape.key_of("sections").span, help=help_line
        )
    edition = read_line(shape.edition) or (shape.date.isoformat() if shape.date else "")
    references = tuple(shape.references or ())
    return Document(
        file=reading.file,
        title=reading.at("title").inlines(shape.title),
        span=shape.title.span,
        sections=_read_sections(shape.sections, "sections", reading),
        subtitle=reading.at("title").inlines(shape.subtitle),
        authors=tuple(
            Author(read_line(author.name), read_line(author.affiliation), author.node.span)
            for author in shape.author or ()
        ),
        date=shape.date,
        edition=edition,
        lang=shape.lang or "en-US",
        keywords=tuple(map(read_line, shape.keywords or ())),
        abstract=reading.at("abstract").prose(shape.abstract, footnotes=True),
        key_messages=tuple(
            reading.at("key-messages").inlines(message) for message in shape.key_messages or ()
        ),
        key_messages_span=shape.key_of("key-messages").span if shape.key_messages else None,
        disclosure=reading.at("disclosure").prose(shape.disclosure, footnotes=True),
        theme=read_line(shape.theme) or "clinical",
        theme_span=_span_of(shape.theme),
        bibliography=tuple(SourceFile(path.value, path.span) for path in shape.bibliography or ()),
        references=tuple(_read_reference(item) for item in references),
        reference_spans=_find_reference_spans(references),
        nocite=_read_nocite(shape.nocite, reading),
        csl=read_line(shape.csl) or "vancouver",
        csl_span=_span_of(shape.csl),
        claims=tuple(reading.claims.claims.values()),
        claim_uses=tuple(reading.claims.uses),
        abbreviations=_read_abbreviations(shape),
        data_files=tuple(reading.data_files),
        pointers=shape.pointers is not False,
        report=read_report(shape.report, reading),
        deck=_read_deck(shape.deck),
        lint=_read_lint(shape.lint),
    )


def _span_of(scalar: Scalar | None) -> Span | None:
    return scalar.span if scalar is not None else None


def _read_nocite(scalars: Iterable[Scalar] | None, reading: Reading) -> tuple[CitedItem, ...]:
    """Return the works that are listed without being cited; pandoc's `@*` stands for all."""
    items: list[CitedItem] = []
    for scalar in scalars or ():
        every = scalar.value.strip().removeprefix("@") == "*"
        items.extend((CitedItem("*", scalar.span),) if every else reading.cited((scalar,)))
    return tuple(items)


def _read_sections(shapes: Iterable[SectionShape] | None, path: str, reading: Reading) -> tuple[Section, ...]:
    return tuple(_read_section(shape, f"{path}/{index}", reading) for index, shape in enumerate(shapes or ()))


def _read_section(shape: SectionShape, path: str, reading: Reading) -> Section:
    reading = reading.at(path)
    title = reading.inlines(shape.title)
    return Section(
        path=path,
        id=reading.find_id(shape.id, path),
        title=title,
        headline=reading.inlines(shape.headline) or title,
        span=shape.key_of("title").span,
        notes=reading.prose(shape.notes),
        only=shape.only,
        content=read_blocks(shape.content, f"{path}/content", reading),
        sections=_read_sections(shape.sections, f"{path}/sections", reading),
    )


def _read_deck(shape: DeckShape | None) -> DeckSettings:
    default = DeckSettings()
    if shape is None:
        return default
    reference = SourceFile(shape.reference.value, shape.reference.span) if shape.reference else None
    handout = default.handout
    if shape.handout is not None:
        handout = HandoutSettings(
            shape.handout.slides or handout.slides, shape.handout.beside or handout.beside
        )
    return DeckSettings(
        shape.size or default.size,
        bool(shape.agenda),
        bool(shape.dividers),
        bool(shape.abbreviations),
        reference,
        tuple(_read_layouts(shape)),
        handout,
        shape.words_per_minute or default.words_per_minute,
        _read_slides(shape.reference_slides.first if shape.reference_slides else None),
        _read_slides(shape.reference_slides.last if shape.reference_slides else None),
        Slot(shape.slot, shape.value_of("slot").span) if shape.slot else None,
    )


def _read_slides(numbers: Iterable[Scalar] | None) -> tuple[SlideChoice, ...]:
    return tuple(
        SlideChoice(None if one.value == EVERY_SLIDE else int(one.value), one.span) for one in numbers or ()
    )


def _read_lint(shape: LintShape | None) -> LintSettings:
    default = LintSettings()
    if shape is None:
        return default
    return LintSettings(shape.claim_months or default.claim_months, shape.slide_words or default.slide_words)


def _read_layouts(shape: DeckShape) -> Iterator[LayoutChoice]:
    if shape.layouts is None:
        return
    written = shape.value_of("layouts")
    assert isinstance(written, Mapping)
    for entry in written.entries:
        name, layout = entry.key, shape.layouts[entry.key.value]
        yield LayoutChoice(name.value, read_line(layout), name.span, layout.span)


def _read_abbreviations(shape: DocumentShape) -> tuple[Abbreviation, ...]:
    if shape.abbreviations is None:
        return ()
    written = shape.value_of("abbreviations")
    assert isinstance(written, Mapping)
    return tuple(
        Abbreviation(entry.key.value, read_line(shape.abbreviations[entry.key.value]), entry.key.span)
        for entry in written.entries
    )


def _find_reference_spans(references: Iterable[Mapping]) -> dict[str, Span]:
    spans: dict[str, Span] = {}
    for item in references:
        entry = item.find("id")
        if entry is not None and isinstance(entry.value, Scalar):
            spans.setdefault(entry.value.value, entry.value.span)
    return spans


def _read_reference(item: Mapping) -> dict[str, object]:
    """Return a reference as plain data; its id is always text."""
    plain = {entry.key.value: _as_plain(entry.value) for entry in item.entries}
    entry = item.find("id")
    if entry is not None and isinstance(entry.value, Scalar):
        plain["id"] = entry.value.value
    return plain


def _as_plain(node: Node) -> object:
    """Return lists, dicts and text; of what is not quoted, whole numbers and truth values are such, as in CSL-JSON."""
    if isinstance(node, Mapping):
        return {entry.key.value: _as_plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [_as_plain(item) for item in node.items]
    if node.is_null:
        return ""
    if node.plain and node.value.isascii() and node.value.removeprefix("-").isdigit():
        return int(node.value)
    flag = parse_flag(node.value) if node.plain else None
    return node.value if flag is None else flag
