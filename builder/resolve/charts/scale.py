"""Value axes: round numbers for ticks, and where a value stands."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from builder.resolve.charts.log_scale import GENERAL, log_position, log_ticks
from builder.resolve.charts.plan import Axis
from builder.units import Length

STEPS = (1.0, 2.0, 2.5, 5.0)
"""Mantissas of a step, smallest first."""

MOST_TICKS = 6
LEAST_SPAN = 1e-300
"""Below it, numbers lose their digits; what differs by less counts as equal."""

MOST_STEPS_MORE = 8
MOST_DECIMALS = 330
"""More than any number has that a computer tells from zero."""

NEAR = 1e-9
"""Relative error of a quotient that still counts as whole."""

FLAT = 0.5
"""A scale that need not start at zero does so unless the smallest value is above this share of the largest."""


def nice_step(span: float, most_ticks: int) -> float:
    """Return the smallest step of 1, 2, 2.5 or 5 times a power of ten that gives at most `most_ticks` ticks."""
    intervals = max(1, most_ticks - 1)
    exponent = math.floor(math.log10(span / intervals))
    candidates = (_decimal(mantissa, exponent + shift) for shift in (0, 1) for mantissa in STEPS)
    return next(step for step in candidates if span / step <= intervals + NEAR)


def _decimal(mantissa: float, exponent: int) -> float:
    return float(f"{mantissa}e{exponent}")


def nice_axis(values: Iterable[float], most_ticks: int, zero_based: bool) -> Axis:
    """Return an axis from one tick to another that covers `values`.

    With `zero_based` zero is on it; without, only where the values come near it.
    """
    found = sorted(values) or [0.0, 1.0]
    low, high = found[0], found[-1]
    if zero_based or 0 <= low <= FLAT * high or FLAT * low <= high <= 0:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= max(NEAR * max(abs(low), abs(high)), LEAST_SPAN):
        low, high = _around(low)
    most = max(2, min(most_ticks, MOST_TICKS))
    for ticks in range(most, 1, -1):
        step = nice_step(high - low, ticks)
        first, last = math.floor(low / step + NEAR), math.ceil(high / step - NEAR)
        if last - first < most:
            return _axis(first * step, last * step, step)
    return _axis(first * step, last * step, step)


def _around(value: float) -> tuple[float, float]:
    if abs(value) <= LEAST_SPAN:
        return 0.0, 1.0
    return (value - abs(value) / 2, value + abs(value) / 2)


def fixed_axis(low: float, high: float, most_ticks: int) -> Axis:
    """Return the axis from `low` to `high`, with a step that divides it evenly where one does.

    Ticks count from `low`, as presentation programs have it.
    """
    most = max(2, min(most_ticks, MOST_TICKS))
    for ticks in range(most, 1, -1):
        step = nice_step(high - low, ticks)
        if _is_whole((high - low) / step):
            return _axis(low, high, step)
    return _axis(low, high, nice_step(high - low, most))


def _is_whole(quotient: float) -> bool:
    return abs(quotient - round(quotient)) < 1e-6


def _axis(minimum: float, maximum: float, step: float) -> Axis:
    places = decimals(step) + 2
    return Axis(round(minimum, places), round(maximum, places), step, "")


def decimals(step: float) -> int:
    """Return how many decimals write `step` exactly."""
    return next(places for places in range(MOST_DECIMALS) if round(step, places) == step)


def lowered(axis: Axis, needs: Iterable[tuple[float, float]], length: float) -> Axis:
    """Return `axis` from so many steps lower that texts beyond negative values stand inside an axis of `length`.

    `needs` are the values and the space that the text of each takes.
    """
    wanted = tuple(needs)
    for _ in range(MOST_STEPS_MORE):
        if all(share(axis, value) * length >= need for value, need in wanted):
            break
        axis = replace(axis, minimum=round(axis.minimum - axis.step, decimals(axis.step) + 2))
    return axis


def formatted(axis: Axis, unit: str = "") -> Axis:
    """Return `axis` with the number format of its ticks; a percent sign follows the number directly."""
    places = max(decimals(axis.step), decimals(axis.minimum) if axis.minimum % axis.step else 0)
    whole = "#,##0" if max(abs(axis.minimum), abs(axis.maximum)) >= 10_000 else "0"
    number = whole + ("." + "0" * places if places else "") + (f'"{unit}"' if unit else "")
    negative = f';"−"{number}' if axis.minimum < 0 else ""
    return replace(axis, number_format=number + negative)


def ticks(axis: Axis) -> tuple[float, ...]:
    """Return the values of the ticks, from the minimum up."""
    if axis.log_base:
        return log_ticks(axis, axis.log_base)
    steps = math.floor((axis.maximum - axis.minimum) / axis.step + NEAR)
    places = decimals(axis.step) + 2
    return tuple(round(axis.minimum + index * axis.step, places) for index in range(steps + 1))


def tick_text(axis: Axis, value: float) -> str:
    """Return a tick's label as the axis's number format writes it."""
    number, _, unit = axis.number_format.partition(";")[0].partition('"')
    places = len(number.partition(".")[2])
    separator = "," if "," in number else ""
    digits = f"{value:g}" if number == GENERAL else f"{abs(value):{separator}.{places}f}"
    return f"{'−' if value < 0 else ''}{digits}{unit.rstrip(chr(34))}"


def share(axis: Axis, value: float) -> float:
    """Return where `value` stands between the axis's ends, 0 to 1; values beyond them stand at the end."""
    linear = (value - axis.minimum) / (axis.maximum - axis.minimum)
    position = log_position(axis, value) if axis.log_base else linear
    return min(1.0, max(0.0, position))


def base(axis: Axis) -> float:
    """Return the value where bars and areas start: zero, or the end of the axis nearest to it."""
    return min(max(0.0, axis.minimum), axis.maximum)


def along(axis: Axis, value: float, start: int, end: int) -> Length:
    """Return the coordinate of `value` on an axis that runs from `start` to `end`."""
    return Length(round(start + (end - start) * share(axis, value)))
