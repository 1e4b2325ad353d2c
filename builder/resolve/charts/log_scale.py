"""Logarithmic axes: equal ratios at equal distances, ticks at powers of the base."""

from __future__ import annotations

import math
from collections.abc import Iterable

from builder.resolve.charts.plan import Axis

BASES = (2, 10, 100, 1000)
"""Smallest first; presentation programs have axes of bases up to 1000."""

MOST_TICKS = 6
GENERAL = "General"
"""The number format that writes as few digits as a number has."""

NEAR = 1e-9
"""Error of a logarithm that still counts as whole."""


def log_axis(values: Iterable[float], unit: str = "") -> Axis:
    """Return the axis with the smallest base whose ticks cover `values`, all above 0, in few steps.

    Why its ends are powers: presentation programs count ticks from the minimum, and 1 is to be among them.
    """
    found = sorted(values) or [1.0]
    for base in BASES:
        first, last = _exponents(found[0], found[-1], base)
        if last - first < MOST_TICKS:
            break
    number_format = f'{GENERAL}"{unit}"' if unit else GENERAL
    return Axis(float(base) ** first, float(base) ** last, base, number_format, log_base=base)


def _exponents(low: float, high: float, base: int) -> tuple[int, int]:
    first = math.floor(math.log(low, base) + NEAR)
    return first, max(first + 1, math.ceil(math.log(high, base) - NEAR))


def log_ticks(axis: Axis, base: int) -> tuple[float, ...]:
    """Return the powers of the base from the minimum up."""
    first, last = _exponents(axis.minimum, axis.maximum, base)
    return tuple(float(base) ** exponent for exponent in range(first, last + 1))


def log_position(axis: Axis, value: float) -> float:
    """Return how far `value` is along the axis, 0 at the minimum and 1 at the maximum."""
    if value <= 0:
        return 0.0
    return math.log(value / axis.minimum) / math.log(axis.maximum / axis.minimum)
