"""Resolve every citation of a document: the marks, and the list of references."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostics
from builder.model.document import Document
from builder.model.inline import CitationMark, CitedItem, Text
from builder.model.resolved import ReferenceEntry
from builder.resolve.bibliography.identifiers import check_identifiers
from builder.resolve.bibliography.work import Work
from builder.resolve.citations.order import CitationCollector
from builder.resolve.citations.style import Style
from builder.resolve.citations.unused import report_unused

if TYPE_CHECKING:
    from builder.resolve.citations.processor import Processor


@dataclass(frozen=True, slots=True)
class References:
    """What citing gives.

    Attributes:
        mark: makes the mark of a citation.
        sources: the mark of each `source`, by its keys.
    """

    entries: tuple[ReferenceEntry, ...]
    sources: Mapping[tuple[str, ...], CitationMark]
    mark: Callable[[tuple[CitedItem, ...]], CitationMark]


def resolve_citations(
    document: Document, works: Mapping[str, Work], style: Style | None, diagnostics: Diagnostics
) -> References:
    """Return the marks and the list of references of all that the document cites."""
    collector = CitationCollector(works, diagnostics)
    collector.document(document)
    inserted = {use.claim for use in document.claim_uses}
    for claim in document.claims:
        collector.claimed(claim, used=claim.id in inserted)
    collector.uncited(document.nocite)
    keys = collector.keys()
    check_identifiers((works[key] for key in keys), diagnostics)
    if not collector.missed:  # a misspelt key makes the work that was meant look unused
        report_unused(works, collector.outputs, document.file, diagnostics)
    if not keys or style is None:
        return References((), {}, _unresolved)
    from builder.resolve.citations.last import find_processor
    from builder.resolve.citations.mark import Citer  # the processor costs 40 ms that few documents save

    cited = [works[key] for key in keys]
    processor = find_processor(style, cited, len(collector.report_keys), document.lang)
    citer = Citer(processor, {key: index for index, key in enumerate(keys)}, style.numeric)

    def mark(items: tuple[CitedItem, ...]) -> CitationMark:
        known = tuple(item for item in items if item.key in citer.indexes)
        return citer.mark(known) if known else _unresolved(items)

    entries = tuple(
        _entry(processor, cited[index], index, collector, style.numeric) for index in processor.order
    )
    for index in range(len(cited)):
        processor.cite(index)
    for index in sorted(processor.failed):
        message = f"the citation style cannot show reference '{keys[index]}'"
        diagnostics.error(
            "B514", message, cited[index].span, help="correct the reference, or use another style"
        )
    sources = {
        source: mark(tuple(CitedItem(key, works[key].span) for key in source)) for source in collector.sources
    }
    return References(entries, sources, mark)


def _entry(
    processor: Processor, work: Work, index: int, collector: CitationCollector, numeric: bool
) -> ReferenceEntry:
    from builder.resolve.citations.rendered import entry_inlines, read_rendered
    from builder.resolve.citations.short import brief_form, short_form, year_letter

    letter = "" if numeric else year_letter(processor.cite(index))
    if (index, letter) not in processor.listed:
        chars = read_rendered(processor.entry(index), processor.punctuation_in_quotes)
        forms = short_form(work.key, work.item, letter), brief_form(work.key, work.item, letter)
        processor.listed[index, letter] = (entry_inlines(chars, work.item), *forms)
    entry, short, brief = processor.listed[index, letter]
    outputs = frozenset(collector.outputs[work.key])
    return ReferenceEntry(work.key, processor.numbers[index], entry, short, brief, outputs)


def _unresolved(items: tuple[CitedItem, ...]) -> CitationMark:
    return CitationMark((Text("[?]"),), tuple(item.key for item in items))
