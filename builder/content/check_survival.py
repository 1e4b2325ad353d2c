"""Whether the columns of a Kaplan-Meier chart can be a survival curve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from builder.content.reading import Reading, read_line
from builder.content.schema.parts import ChartShape
from builder.diagnostics import Diagnostics
from builder.model.block import ChartKind, DataColumn, Datum
from builder.model.survival import even_step, is_life_table, start_of


def check_survival(shape: ChartShape, data: Mapping[str, DataColumn], reading: Reading) -> bool:
    """Return whether the columns, which exist and hold numbers, are a survival curve (B234 to B237)."""
    if shape.type is not ChartKind.KAPLAN_MEIER:
        return True
    found = Diagnostics()
    times, values = data[read_line(shape.x)], data[read_line(shape.y[0])]
    rising = True
    for rows in _curves(shape, data):
        own = [times.values[row] for row in rows]
        rising = _check_times(own, found) and rising
        if rising:
            _check_falling([values.values[row] for row in rows], found)
    if rising:
        _check_scale(times, values, read_line(shape.unit), found)
        _check_limits(shape, data, values, found)
        _check_numbers_at_risk(shape, data, found)
    reading.diagnostics.extend(found)
    return not found.failed


def _curves(shape: ChartShape, data: Mapping[str, DataColumn]) -> Iterator[list[int]]:
    """Yield the rows of each curve, in the order of the data."""
    count = len(data[read_line(shape.x)].values)
    names = [datum.text for datum in data[read_line(shape.series)].values] if shape.series else [""] * count
    for name in dict.fromkeys(names):
        yield [row for row in range(count) if names[row] == name]


def _check_times(times: Iterable[Datum], found: Diagnostics) -> bool:
    sound, last = True, 0.0
    for time in times:
        if time.number is None:
            message, help = "a row without its time", "write the time, or remove the row"
        elif time.number < 0:
            message, help = f"time {time.text} is before 0", "count the times from the start of follow-up"
        elif time.number < last:
            message = f"time {time.text} comes after {last:g}"
            help = (
                "sort the rows of a curve by time; if there are several curves, name their column in 'series'"
            )
        else:
            last = time.number
            continue
        sound = False
        found.error("B235", message, time.span, help=help)
    return sound


def _check_falling(values: Iterable[Datum], found: Diagnostics) -> None:
    known = [value for value in values if value.number is not None]
    for before, after in pairwise(known):
        if (after.number or 0.0) > (before.number or 0.0):
            found.error(
                "B236", f"survival rises from {before.text} to {after.text}", after.span,
                help="survival only falls; if there are several curves, name their column in 'series'",
            )  # fmt: skip


def _check_scale(times: DataColumn, values: DataColumn, unit: str, found: Diagnostics) -> None:
    start = start_of((value.number for value in values.values if value.number is not None), unit)
    for time, value in zip(times.values, values.values, strict=True):
        if value.number is None:
            continue
        if not 0 <= value.number <= start:
            found.error(
                "B234", f"survival of {value.text} is not between 0 and {start:g}", value.span,
                help="write a share, 0 to 1, or percent, 0 to 100",
            )  # fmt: skip
        elif time.number == 0 and value.number != start:
            found.error(
                "B234", f"survival is {value.text} at time 0, expected {start:g}", value.span,
                help="write shares from 1 down without a unit, or percent from 100 down with 'unit: \"%\"'",
            )  # fmt: skip


def _check_limits(
    shape: ChartShape, data: Mapping[str, DataColumn], values: DataColumn, found: Diagnostics
) -> None:
    """Report confidence limits that no survival can be."""
    start = start_of(
        (value.number for value in values.values if value.number is not None), read_line(shape.unit)
    )
    for name in shape.error or ():
        for limit in data[read_line(name)].values:
            if limit.number is not None and not 0 <= limit.number <= start:
                found.error(
                    "B234", f"a confidence limit of {limit.text} is not between 0 and {start:g}", limit.span,
                    help="write limits as the survival is written, and cut them at its ends",
                )  # fmt: skip


def _check_numbers_at_risk(shape: ChartShape, data: Mapping[str, DataColumn], found: Diagnostics) -> None:
    if shape.at_risk is None:
        return
    at_risk, times = data[read_line(shape.at_risk)], data[read_line(shape.x)]
    for rows in _curves(shape, data):
        known = [at_risk.values[row] for row in rows if at_risk.values[row].number is not None]
        for datum in known:
            if (datum.number or 0.0) < 0 or (datum.number or 0.0) % 1:
                found.error(
                    "B237", f"{datum.text} is not a number of people", datum.span, help="write a whole number"
                )
        for before, after in pairwise(known):
            if (after.number or 0.0) > (before.number or 0.0):
                message = f"the number at risk rises from {before.text} to {after.text}"
                help = "nobody joins a curve after its start: correct one of both"
                found.error("B237", message, after.span, help=help)
    shown = [
        time for time, count in zip(times.values, at_risk.values, strict=True) if count.number is not None
    ]
    censored = data[read_line(shape.censored)] if shape.censored else None
    if even_step(time.number or 0.0 for time in shown) is None and not is_life_table(censored, at_risk):
        listed = ", ".join(dict.fromkeys(time.text for time in shown))
        found.error(
            "B237", f"the numbers at risk stand at uneven times: {listed}", shape.at_risk.span,
            help="give them at even times, such as 0, 6, 12 and 18, or at every row, with 'censored' beside them",
        )  # fmt: skip
