"""What is true of every survival curve: where it starts, and when its numbers at risk are known."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.block import Chart, DataColumn

NEAR = 1e-6


def start_of(values: Iterable[float], unit: str) -> float:
    """Return what a curve starts at: 100 in percent, else 1. Values above 1 can only be percent."""
    return 100.0 if unit == "%" or any(value > 1 for value in values) else 1.0


def even_step(times: Iterable[float]) -> float | None:
    """Return the distance between `times`, if they are all its multiples from 0 or 1 on without a gap."""
    later = sorted({time for time in times if time > 0})
    if not later:
        return None
    step = later[0]
    wanted = (step * number for number in range(1, len(later) + 1))
    return (
        step
        if all(abs(a - b) <= NEAR * step * len(later) for a, b in zip(later, wanted, strict=True))
        else None
    )


def is_life_table(censored: DataColumn | None, at_risk: DataColumn) -> bool:
    """Return whether every row has its number at risk, and censoring is known.

    Why both: only then is the number at risk at a time between two rows that of the later row.
    """
    return censored is not None and all(datum.number is not None for datum in at_risk.values)


def risk_step(chart: Chart) -> float | None:
    """Return the even distance between the times that have a number at risk, or None."""
    if chart.at_risk is None:
        return None
    rows = zip(chart.column(chart.x).values, chart.column(chart.at_risk).values, strict=True)
    return even_step(
        time.number for time, count in rows if time.number is not None and count.number is not None
    )
