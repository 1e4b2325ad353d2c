"""Compare the bytes of the briefing with what they must say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from builder.pdf.inspect import inspect_pdf
from builder.pipeline.parity.compare import Comparison, compare
from builder.pipeline.parity.expected import Expected
from builder.pipeline.parity.readings import report_sheets


def compare_report(expected: Iterable[Expected], data: bytes) -> tuple[Comparison, int]:
    """Return what came of it, and the number of pages.

    What is missed in the text as it stands on the pages is looked for in the order in which it was drawn, by itself:
    only what neither reading has is lost.
    """
    parts = tuple(expected)
    sheets = report_sheets(inspect_pdf(data))
    found = compare(parts, sheets, broken=True)
    if found.losses:
        drawn = report_sheets(inspect_pdf(data, as_drawn=True))
        found = _agreed(found, compare(parts, drawn, broken=True))
    return found, len(sheets)


def _agreed(first: Comparison, second: Comparison) -> Comparison:
    """Return the losses of both, and the places of the first; those of the second for what only it found."""
    lost = Counter(first.losses) & Counter(second.losses)
    mended = {loss.expected.path for loss in first.losses if loss not in lost}
    places = {path: second.places[path] for path in mended if path in second.places}
    return replace(first, losses=tuple(lost.elements()), places={**first.places, **places})
