"""cross-trial-chart-without-caveat: values of separate trials in one chart, and no word that they are not compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.evidence import sources_of
from builder.lint.finding import Finding
from builder.lint.subject import Subject
from builder.model.block import Chart, ChartKind
from builder.model.inline import plain_text

_COMPARING = frozenset(
    {
        ChartKind.BAR, ChartKind.GROUPED_BAR, ChartKind.HORIZONTAL_BAR, ChartKind.STACKED_BAR, ChartKind.FOREST,
        ChartKind.KAPLAN_MEIER, ChartKind.LINE,
    }
)  # fmt: skip
_TRIAL = re.compile(
    r"\b(?:trials?|stud(?:y|ies)|cohorts?|phase [123]|arms?|regimens?|registr(?:y|ies))\b", re.IGNORECASE
)
_CAVEAT = re.compile(
    r"head[- ]to[- ]head|cross[- ](?:trial|study)|not (?:be |a )?(?:compar|direct)|no (?:direct )?comparison|indirect"
    r"|(?:separate|different|other|various) (?:trials|studies|cohorts|sources|populations|diseases|endpoints|methods)"
    r"|caution|matching-adjusted|network meta|meta-analys|pooled|differ(?:s|ed|ing)?\b|not one ranking|read each"
    r"|systematic review",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Find charts that show values of two or more works about trials without a caveat in note, caption or title."""
    for block in subject.blocks.values():
        if (
            isinstance(block, Chart)
            and block.kind in _COMPARING
            and sources_of(block) > 1
            and _is_of_trials(block)
        ):
            texts = (plain_text(block.note), plain_text(block.caption), plain_text(block.title))
            if not any(_CAVEAT.search(text) for text in texts):
                message = f"this chart sets {sources_of(block)} works side by side without a caveat"
                help = "add 'note: Separate trials, not a head-to-head comparison', or what makes them comparable"
                yield Finding(message, block.span, help)


def _is_of_trials(chart: Chart) -> bool:
    names = (chart.x, chart.series or "", chart.x_title, chart.y_title)
    return any(_TRIAL.search(text) for text in (*names, plain_text(chart.caption), plain_text(chart.title)))
