"""ratio-on-linear-axis: hazard, odds or risk ratios on an axis of differences, without the line of no effect at 1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding
from builder.lint.subject import Subject
from builder.model.block import Chart, ChartKind, Scale
from builder.model.inline import plain_text

_RATIO = re.compile(
    r"\b(?:(?:hazards?|odds|risk|rate|prevalence|mean|response)[ -]ratios?|relative risks?)\b", re.IGNORECASE
)
_SHORT = re.compile(r"\b(?:[as]?HR|[am]?OR|[ai]?RR|IRR)s?\b")
_LOGARITHM = re.compile(r"\b(?:log|ln)\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """Find forests of ratios that say neither `scale` nor `no-effect`.

    Short forms count only in titles of axes and names of columns: in prose, OR is a word and overall response too.
    """
    for block in subject.blocks.values():
        if (
            isinstance(block, Chart)
            and block.kind is ChartKind.FOREST
            and _is_bare(block)
            and _is_ratio(block)
        ):
            message = "these ratios stand on a linear axis, without a line at 1"
            help = "add 'scale: log'; or 'no-effect: 1' where the axis is to stay linear"
            yield Finding(message, block.span, help)


def _is_bare(chart: Chart) -> bool:
    return chart.scale is Scale.LINEAR and chart.no_effect is None and chart.unit.strip() != "%"


def _is_ratio(chart: Chart) -> bool:
    axes = " ".join((chart.y_title, chart.x_title, *(name.upper() for name in chart.y)))
    words = f"{axes} {plain_text(chart.caption)} {plain_text(chart.title)}"
    return bool(_RATIO.search(words) or _SHORT.search(axes)) and not _LOGARITHM.search(words)
