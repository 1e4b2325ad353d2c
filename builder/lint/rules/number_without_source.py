"""number-without-source: a number that says what was found, and nothing that says where it is from."""

from __future__ import annotations

from collections.abc import Iterator

from builder.lint.evidence import Evidence, is_sourced
from builder.lint.figures import find_figures
from builder.lint.finding import Finding
from builder.lint.passages import Passage, Role
from builder.lint.sentences import sentences
from builder.lint.subject import Subject
from builder.model.block import Chart, Steps, Table

_ROLES = frozenset(
    {
        Role.TITLE, Role.HEADLINE, Role.HEADING, Role.SUMMARY, Role.PROSE, Role.POINT, Role.ITEM, Role.VALUE,
        Role.LABEL, Role.CAPTION, Role.NOTES,
    }
)  # fmt: skip
HELP = "insert a claim, or cite the work that it is taken from: [@key]"


def check(subject: Subject) -> Iterator[Finding]:
    """Find figures without a claim, citation or source in their sentence, paragraph, row, item or block.

    A number that has a source elsewhere in the document, exactly or less rounded, has one. A sentence, table
    or chart is one finding. Steps say what is to be done, and are let be. A document that cites nothing is told once.
    """
    evidence = subject.evidence
    found = [*_in_texts(subject, evidence), *_in_exhibits(subject, evidence)]
    document = subject.document
    cites = document.bibliography or document.references or document.claims
    if cites or len(found) < 2:
        yield from found
        return
    message = f"{len(found)} numbers or exhibits have no source; this is the first"
    help = "name the works with 'bibliography' or 'references', and cite them: [@key]"
    first = min(found, key=lambda finding: finding.span.start)
    yield Finding(message, first.span, help)


def _in_texts(subject: Subject, evidence: Evidence) -> Iterator[Finding]:
    for passage in subject.passages_of(_ROLES):
        if evidence.covers_block(passage) or isinstance(subject.blocks.get(passage.block), Steps):
            continue
        for start, end in passage.paragraphs:
            if not evidence.covers(passage, start, end):
                for sentence in sentences(passage.shown, start, end):
                    yield from _in_sentence(passage, *sentence, evidence)


def _in_sentence(passage: Passage, start: int, end: int, evidence: Evidence) -> Iterator[Finding]:
    """Yield one finding for all figures of a sentence."""
    figures = [f for f in find_figures(passage.shown, start, end) if not evidence.knows(f.numbers)]
    if figures:
        first = figures[0]
        more = len(figures) - 1
        message = (
            f"'{first.text}' " + (f"and {more} more in this sentence have" if more else "has") + " no source"
        )
        yield Finding(message, passage.span(first.start, first.end), HELP)


def _in_exhibits(subject: Subject, evidence: Evidence) -> Iterator[Finding]:
    unsourced = _tables_with_figures(subject)
    for path, block in subject.blocks.items():
        if evidence.has_block(path):
            continue
        if isinstance(block, Chart) or (isinstance(block, Table) and path in unsourced):
            word = "chart" if isinstance(block, Chart) else "table"
            message = f"the numbers of this {word} have no source"
            yield Finding(message, block.span, "add 'source: key', or cite in the caption")


def _tables_with_figures(subject: Subject) -> set[str]:
    """Return the paths of the tables that have figures in a row that does not cite."""
    rows: dict[str, list[Passage]] = {}
    for passage in subject.passages_of({Role.CELL}):
        rows.setdefault(passage.part, []).append(passage)
    return {
        cells[0].block
        for cells in rows.values()
        if any(cell.has_digits and any(find_figures(cell.shown)) for cell in cells)
        and not any(is_sourced(cell.shown) for cell in cells)
    }
