"""What a chart's data say, for those who hear its alternative text."""

from __future__ import annotations

import re

from builder.model.block import Chart
from builder.resolve.charts.data import Record, records, with_unit

NUMBER = re.compile(r"(?<![\w-])[−-]?\d")
"""A number that is no part of a name such as CD19 or IL-15."""

LONGEST = 250
"""Characters of values; screen readers read alternative text in one go, so that longer data are given as a range."""


def describe(chart: Chart) -> str:
    """Return the alternative text; one that names no number is followed by the values, or by their range."""
    if NUMBER.search(chart.alt):
        return chart.alt
    found = [record for record in records(chart) if record.value.number is not None]
    if not chart.alt or not found:
        return chart.alt
    several = chart.series is not None or len(chart.y) > 1
    facts = [_fact(record, chart.unit, several) for record in found]
    values = "; ".join(facts)
    if len(values) > LONGEST:
        low, *_, high = sorted(range(len(found)), key=lambda index: found[index].value.number or 0)
        values = f"{len(found)} values, lowest {facts[low]}; highest {facts[high]}"
    return f"{chart.alt.rstrip('. ')}. Data: {values}."


def _fact(record: Record, unit: str, several: bool) -> str:
    """Return one value, as in "CAR-NK, grade 3: 4% (1 to 9)"."""
    name = ", ".join(part for part in (record.series if several else "", record.key) if part)
    interval = "" if record.low is None or record.high is None else f" ({record.low:g} to {record.high:g})"
    return f"{name}: {with_unit(record.value.text, unit)}{interval}"
