"""Name the footnotes: a, b, c in the order of the report, then those that only the deck's notes have.

Letters, because citations are numbers: a raised 3 beside a raised 12 would be taken for one (AMA Manual of Style, 11th
edition, 4.1.2, which goes from z to aa, bb).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from string import ascii_lowercase

from builder.diagnostics import Span
from builder.model.block import Output
from builder.model.document import Document
from builder.model.inline import Footnote, Inlines
from builder.resolve.rewrite import Outputs, Rewriter


def mark_footnotes(document: Document) -> Document:
    """Return the document with the mark of each footnote."""
    collector = _Collector()
    collector.document(document)
    spans = dict.fromkeys(note.span for note in (*collector.report, *collector.deck))
    return _Marker({span: _letters(number) for number, span in enumerate(spans)}).document(document)


def footnotes_of(document: Document) -> tuple[Footnote, ...]:
    """Return the footnotes of the report, in order."""
    collector = _Collector()
    collector.document(document)
    return tuple(collector.report)


def _letters(number: int) -> str:
    return ascii_lowercase[number % 26] * (number // 26 + 1)


class _Collector(Rewriter):
    def __init__(self) -> None:
        self.report: list[Footnote] = []
        self.deck: list[Footnote] = []

    def footnote(self, node: Footnote, outputs: Outputs) -> Inlines:
        (self.report if Output.REPORT in outputs else self.deck).append(node)
        return (node,)


class _Marker(Rewriter):
    def __init__(self, marks: Mapping[Span, str]) -> None:
        self._marks = marks

    def footnote(self, node: Footnote, outputs: Outputs) -> Inlines:  # noqa: ARG002 - the signature is the base's
        return (replace(node, mark=self._marks[node.span]),)
