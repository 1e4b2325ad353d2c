"""Whether a forest's values can stand on its axis, and where its line of no effect stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.content.reading import Reading, read_line
from builder.content.schema.amounts import NO_LINE
from builder.content.schema.parts import ChartShape
from builder.diagnostics import Diagnostics, Span
from builder.model.block import ChartKind, DataColumn, Datum, Scale

EQUAL_RATIO, EQUAL_DIFFERENCE = 1.0, 0.0


def find_no_effect(shape: ChartShape, data: Mapping[str, DataColumn]) -> float | None:
    """Return where a forest's line of no effect stands; None where there is none, as among shares of single groups.

    Why only if a value is negative: differences may be, shares and counts, which have no such line, may not.
    """
    if shape.type is not ChartKind.FOREST or shape.no_effect == NO_LINE:
        return None
    if shape.no_effect is not None:
        return float(shape.no_effect)
    if shape.scale is Scale.LOG:
        return EQUAL_RATIO
    below = any(datum.number is not None and datum.number < 0 for datum in _drawn(shape, data))
    return EQUAL_DIFFERENCE if below else None


def check_effect(shape: ChartShape, data: Mapping[str, DataColumn], reading: Reading) -> bool:
    """Return whether all that a logarithmic axis shows is above 0 (B252), and the line lies in the range (B253).

    Its sides are two, and there is a line that they are of (B225).
    """
    found = Diagnostics()
    if shape.scale is Scale.LOG:
        for datum in _drawn(shape, data):
            if datum.number is not None and datum.number <= 0:
                help = "remove 'scale: log' if these are differences or shares; a ratio and its bounds are above 0"
                _refuse(datum.text, datum.span, help, found)
        for key in ("range", "no_effect"):
            written = getattr(shape, key)
            lowest = written[0] if isinstance(written, tuple) else written
            if isinstance(lowest, float) and lowest <= 0:
                span = shape.value_of(key.replace("_", "-")).span
                _refuse(f"{lowest:g}", span, "write a number above 0, or remove 'scale: log'", found)
    if not found.failed:
        line = find_no_effect(shape, data)
        _check_in_range(shape, line, found)
        _check_sides(shape, line, found)
    reading.diagnostics.extend(found)
    return not found.failed


def _drawn(shape: ChartShape, data: Mapping[str, DataColumn]) -> Iterator[Datum]:
    """Yield the values and their bounds."""
    for name in (*shape.y, *(shape.error or ())):
        yield from data[read_line(name)].values


def _refuse(written: str, span: Span, help: str, found: Diagnostics) -> None:
    found.error("B252", f"{written} cannot stand on a logarithmic axis", span, help=help)


def _check_in_range(shape: ChartShape, line: float | None, found: Diagnostics) -> None:
    if line is None or shape.range is None or shape.range[0] <= line <= shape.range[1]:
        return
    message = (
        f"the line of no effect, at {line:g}, lies outside the range {shape.range[0]:g} to {shape.range[1]:g}"
    )
    help = f"widen 'range' to hold {line:g}, or write 'no-effect: none' where no value means no effect"
    found.error("B253", message, shape.value_of("range").span, help=help)


def _check_sides(shape: ChartShape, line: float | None, found: Diagnostics) -> None:
    if shape.sides is None:
        return
    if len(shape.sides) != 2:
        message, help = (
            "'sides' says other than two things",
            "write what is left of the line, then what is right",
        )
    elif line is None:
        message, help = "'sides' needs a line of no effect", "add 'scale: log' for ratios, or 'no-effect: 0'"
    else:
        return
    found.error("B225", message, shape.key_of("sides").span, help=help)
