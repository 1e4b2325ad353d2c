"""Stage "resolve": a document in, the same with nothing left to look up out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from builder.diagnostics import Diagnostics, Outcome
from builder.model.block import Block, Chart
from builder.model.document import Document, Section
from builder.model.inline import Citation, CitationMark, CrossReference, Inlines
from builder.model.resolved import ResolvedDocument
from builder.resolve.abbreviations import check_abbreviations
from builder.resolve.bibliography.load import load_bibliography
from builder.resolve.charts.check import check_chart
from builder.resolve.charts.description import describe
from builder.resolve.citations.attach import attach_raised_marks
from builder.resolve.citations.references import References, resolve_citations
from builder.resolve.citations.style import find_style
from builder.resolve.cross_references import CrossReferences, collect_targets
from builder.resolve.files import FileReader
from builder.resolve.footnotes import mark_footnotes
from builder.resolve.glyphs import check_glyphs
from builder.resolve.numbering import Numbering, iter_blocks, number
from builder.resolve.pictures.load import load_pictures
from builder.resolve.rewrite import Outputs, Rewriter
from builder.world import World

B = TypeVar("B", bound=Block)


def resolve(world: World, document: Document, font_files: tuple[Path, ...] = ()) -> Outcome[ResolvedDocument]:
    """Return the document with labels, citation marks, reference links, references and pictures.

    All faults are collected; a value is always given, with the author's text where nothing can be resolved.
    `font_files` must have all characters of the text; SVG pictures are drawn with them to see that they show something.
    """
    diagnostics = Diagnostics()
    reader = FileReader(world, document.file, diagnostics)
    works = load_bibliography(reader, document)
    style = find_style(reader, document.csl, document.csl_span)
    references = resolve_citations(document, works, style, diagnostics)
    for block, _ in iter_blocks(document):
        if isinstance(block, Chart):
            diagnostics.extend(check_chart(block))
    numbering = number(document)
    cross_references = CrossReferences(collect_targets(document, numbering), frozenset(works), diagnostics)
    raised = style is not None and style.superscript
    resolved = mark_footnotes(_Resolver(references, cross_references, numbering, raised).document(document))
    pictures = load_pictures(reader, document, font_files)
    check_abbreviations(document, pictures, diagnostics)
    result = ResolvedDocument(
        document=resolved,
        references=references.entries,
        pictures=pictures,
        sources=references.sources,
        claim_marks=_claim_marks(document, references),
        numeric=style is None or style.numeric,
        works=frozenset(works),
    )
    return diagnostics.outcome(check_glyphs(world, result, font_files, diagnostics))


def _claim_marks(document: Document, references: References) -> dict[str, CitationMark]:
    used = {use.claim for use in document.claim_uses}
    return {
        claim.id: references.mark(claim.source)
        for claim in document.claims
        if claim.id in used and claim.source
    }


@dataclass(frozen=True, slots=True)
class _Resolver(Rewriter):
    """Replaces citations and cross-references, and labels blocks and sections."""

    references: References
    cross_references: CrossReferences
    numbering: Numbering
    raised: bool

    def replacement(self, node: Citation | CrossReference, outputs: Outputs) -> Inlines:
        if isinstance(node, Citation):
            return (self.references.mark(node.items),)
        return self.cross_references.resolve(node, outputs)

    def siblings(self, content: Inlines) -> Inlines:
        return attach_raised_marks(content, citations=self.raised)

    def finished_block(self, block: B) -> B:
        alt = describe(block) if isinstance(block, Chart) else block.alt
        return replace(block, label=self.numbering.labels.get(block.path), alt=alt)

    def finished_section(self, section: Section) -> Section:
        return replace(section, number=self.numbering.sections.get(section.path, ""))
