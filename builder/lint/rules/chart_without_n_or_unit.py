"""chart-without-n-or-unit: a chart whose values have no unit, or that compares groups without their sizes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.lint.finding import Finding
from builder.lint.subject import Subject
from builder.model.block import Chart, ChartKind
from builder.model.inline import plain_text

_SIZE = re.compile(
    r"\b[nN]\s?=\s?\d|\b\d[\d,]* (?:[a-z][\w-]* ){0,2}(?:patients|participants|subjects|people|respondents)\b"
)
_UNITLESS = re.compile(
    r"[%‰€$£¥°#]|\b(?:ratio|index|score|count|number|share|percent|rate|odds|probability|fold|times|units?|grade|level|"
    r"patients|people|cases|days|weeks|months|years|hours|minutes|points|mm|cm|kg|mg|ml|million|billion)\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Find charts without `unit` and axis title, and intervals or survival curves without the number of people.

    A number of people in the caption, note, title or a name of a row counts.
    """
    for block in subject.blocks.values():
        if isinstance(block, Chart):
            if not _has_unit(block):
                message = "the values of this chart have no unit"
                help = "add 'unit: …', or 'y-title: …' that says what is counted"
                yield Finding(message, block.span, help)
            if _needs_n(block) and not _has_n(block):
                message = "this chart does not say how many each value stands for"
                name = "at-risk" if block.kind is ChartKind.KAPLAN_MEIER else "n"
                yield Finding(
                    message,
                    block.span,
                    f"add '{name}: …' with the column of numbers, or say n in the caption",
                )


def _has_unit(chart: Chart) -> bool:
    titled = bool(chart.unit or chart.x_title or chart.y_title)
    names = (*chart.y, plain_text(chart.caption), plain_text(chart.title))
    return titled or any(_UNITLESS.search(name) for name in names)


def _needs_n(chart: Chart) -> bool:
    """Return whether a chart shows samples: intervals around values, or survival."""
    return chart.kind in (ChartKind.FOREST, ChartKind.KAPLAN_MEIER) or chart.error is not None


def _has_n(chart: Chart) -> bool:
    rows = (datum.text for datum in chart.column(chart.x).values)
    texts = (plain_text(chart.caption), plain_text(chart.note), plain_text(chart.title), *rows)
    return chart.n is not None or chart.at_risk is not None or any(_SIZE.search(text) for text in texts)
