"""Collect what is cited where, in reading order: the one numbering of both outputs comes from it."""

from __future__ import annotations

from collections.abc import Mapping

from builder.diagnostics import Diagnostics
from builder.model.block import Output
from builder.model.claims import Claim
from builder.model.inline import Citation, CitedItem, CrossReference, Inlines
from builder.resolve.bibliography.work import Work
from builder.resolve.rewrite import Outputs, Rewriter
from builder.resolve.suggest import did_you_mean

EVERY_WORK = "*"
REPORT: Outputs = frozenset({Output.REPORT})


class CitationCollector(Rewriter):
    """Meets every citation of a document.

    Attributes:
        outputs: where each work is cited, in the order in which the works were met.
        report_keys: the works that the report cites, in its order.
        sources: the keys of each `source` that was met.
        missed: whether a work was cited that is not there.
    """

    def __init__(self, works: Mapping[str, Work], diagnostics: Diagnostics) -> None:
        self.outputs: dict[str, set[Output]] = {}
        self.report_keys: dict[str, None] = {}
        self.sources: dict[tuple[str, ...], None] = {}
        self.missed = False
        self._works = works
        self._diagnostics = diagnostics

    def replacement(self, node: Citation | CrossReference, outputs: Outputs) -> Inlines:
        """Note the works that a citation cites, and change nothing."""
        if isinstance(node, Citation):
            self._meet(node.items, outputs)
        return (node,)

    def source(self, items: tuple[CitedItem, ...], outputs: Outputs) -> None:
        """Note the works that a source names."""
        self._meet(items, outputs)
        known = tuple(item.key for item in items if item.key in self._works)
        if known:
            self.sources.setdefault(known)

    def uncited(self, items: tuple[CitedItem, ...]) -> None:
        """Note the works of `nocite`, which the report lists after those that it cites; `*` is every work."""
        for item in items:
            every = tuple(CitedItem(key, item.span) for key in self._works)
            self._meet(every if item.key == EVERY_WORK else (item,), REPORT)

    def claimed(self, claim: Claim, *, used: bool) -> None:
        """Note the works behind a claim, which the report lists wherever it is used: its number rests on them."""
        if used:
            self._meet(claim.source, REPORT)
            return
        for item in claim.source:
            if item.key not in self._works:
                self._report_unknown(item)

    def keys(self) -> list[str]:
        """Return the cited works: those of the report in its order, then those that only the deck cites."""
        return [*self.report_keys, *(key for key in self.outputs if key not in self.report_keys)]

    def _meet(self, items: tuple[CitedItem, ...], outputs: Outputs) -> None:
        for item in items:
            if item.key not in self._works:
                self._report_unknown(item)
                continue
            self.outputs.setdefault(item.key, set()).update(outputs)
            if Output.REPORT in outputs:
                self.report_keys.setdefault(item.key)

    def _report_unknown(self, item: CitedItem) -> None:
        otherwise = "add it to the bibliography, or to 'references:'"
        self.missed = True
        help = did_you_mean(item.key, self._works, otherwise)
        self._diagnostics.error("B510", f"citation of unknown work '{item.key}'", item.span, help=help)
