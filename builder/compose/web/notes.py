"""Footnotes on a page without feet: a call stays in the line, the notes stand together after the text."""

from __future__ import annotations

from dataclasses import replace

from builder.model.block import Output
from builder.model.inline import Footnote, Inlines, Link, Superscript, Text
from builder.model.resolved import ResolvedDocument
from builder.resolve.rewrite import Outputs, Rewriter


def with_calls(resolved: ResolvedDocument) -> tuple[ResolvedDocument, tuple[Footnote, ...]]:
    """Return the document with a raised link for each footnote that the briefing shows, and these, in order."""
    collector = _Collector()
    document = collector.document(resolved.document)
    return replace(resolved, document=document), tuple(collector.footnotes)


class _Collector(Rewriter):
    def __init__(self) -> None:
        self.footnotes: list[Footnote] = []

    def footnote(self, node: Footnote, outputs: Outputs) -> Inlines:
        if Output.REPORT not in outputs:
            return (node,)
        self.footnotes.append(node)
        return (Superscript((Link(f"#fn-{node.mark}", (Text(node.mark),)),)),)
