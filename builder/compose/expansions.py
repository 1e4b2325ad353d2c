"""Mark the first use of each abbreviation in the briefing's running text, so that its meaning can be heard and seen."""

from __future__ import annotations

from dataclasses import replace

from builder.model.block import Output
from builder.model.document import Document
from builder.model.inline import Abbreviated, Inline, Inlines, Text
from builder.model.resolved import ResolvedDocument
from builder.resolve.abbreviations import short_form_pattern
from builder.resolve.rewrite import Outputs, Rewriter


def with_expansions(resolved: ResolvedDocument) -> ResolvedDocument:
    """Return the document with the report's first use of each listed abbreviation marked.

    Headings are left alone, as they stand in the contents and in running heads too. No word is added to the author's:
    "cytokine release syndrome (CRS)" would be doubled.
    """
    if not resolved.document.abbreviations:
        return resolved
    return replace(resolved, document=_Expander(resolved.document).document(resolved.document))


class _Expander(Rewriter):
    def __init__(self, document: Document) -> None:
        self._waiting = {item.short: item.long for item in document.abbreviations}
        self._pattern = short_form_pattern(self._waiting)

    def heading(self, content: Inlines, outputs: Outputs) -> Inlines:  # noqa: ARG002 - the signature is the base's
        return content

    def text(self, node: Text, outputs: Outputs) -> Inlines:
        if Output.REPORT not in outputs:
            return (node,)
        nodes: list[Inline] = []
        end = 0
        for match in self._pattern.finditer(node.text):
            long = self._waiting.pop(match[0].replace("\u2011", "-"), None)
            if long is not None:
                before = node.text[end : match.start()]
                nodes.extend([*((Text(before),) if before else ()), Abbreviated(match[0], long)])
                end = match.end()
        rest = node.text[end:]
        return (*nodes, *((Text(rest),) if rest else ())) if nodes else (node,)
