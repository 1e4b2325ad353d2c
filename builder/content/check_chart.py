"""What must hold between the keys of a chart and its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.content.check_chart_kinds import check_kind_keys
from builder.content.nodes import Scalar
from builder.content.numbers import parse_number
from builder.content.reading import Reading, read_line
from builder.content.schema.parts import ChartShape
from builder.diagnostics import Diagnostics
from builder.diagnostics.suggest import suggest
from builder.model.block import ChartKind, DataColumn, Datum

_ROUND = (ChartKind.PIE, ChartKind.DOUGHNUT)


def check_keys(shape: ChartShape, reading: Reading) -> bool:
    """Return whether the keys go together; report where not (B225, B204)."""
    diagnostics = Diagnostics()
    kind = shape.type.value
    if shape.type is ChartKind.FOREST and shape.error is None:
        diagnostics.error(
            "B225", "forest chart without intervals", shape.key_of("type").span,
            help="add 'error: [low, high]' with the columns of the lower and upper bounds",
        )  # fmt: skip
    if shape.error is not None and len(shape.error) != 2:
        diagnostics.error(
            "B225", f"'error' names {_count(len(shape.error), 'column')}, expected 2", shape.key_of("error").span,
            help="name the column of the lower bounds, then that of the upper: 'error: [low, high]'",
        )  # fmt: skip
    if shape.series is not None and len(shape.y) > 1:
        diagnostics.error(
            "B225", "'series' splits one column, and 'y' names several", shape.key_of("series").span,
            help="remove 'series', or name one column in 'y'",
        )  # fmt: skip
    if shape.error is not None and len(shape.y) > 1:
        diagnostics.error(
            "B225", "'error' belongs to one column, and 'y' names several", shape.key_of("error").span,
            help="name one column in 'y' and split it by 'series'",
        )  # fmt: skip
    if shape.type in _ROUND and len(shape.y) > 1:
        diagnostics.error(
            "B225", f"a {kind} chart shows one column, and 'y' names {len(shape.y)}", shape.key_of("y").span,
            help="name one column, or use a stacked-bar chart",
        )  # fmt: skip
    for key in ("series", "error", "range"):
        if shape.type in _ROUND and getattr(shape, key) is not None:
            diagnostics.error(
                "B225", f"a {kind} chart has no '{key}'", shape.key_of(key).span, help="remove it"
            )
    diagnostics.extend(check_kind_keys(shape))
    if shape.range is not None and not (len(shape.range) == 2 and shape.range[0] < shape.range[1]):
        diagnostics.error(
            "B204", "'range' is not two numbers, the lower one first", shape.value_of("range").span,
            help="write it as in 'range: [0, 100]'",
        )  # fmt: skip
    reading.diagnostics.extend(diagnostics)
    return not diagnostics.failed


def check_columns(shape: ChartShape, data: Mapping[str, DataColumn], reading: Reading) -> bool:
    """Return whether the columns named exist (B222) and hold numbers where they must (B223, B228)."""
    diagnostics = Diagnostics()
    for name in _named_columns(shape):
        if read_line(name) not in data:
            diagnostics.error(
                "B222",
                f"the data have no column '{read_line(name)}'",
                name.span,
                help=suggest(read_line(name), data, "the columns are " + ", ".join(data)),
            )
    numbers = [*shape.y, *(shape.error or ()), *_number_columns(shape)]
    for name in numbers:
        if read_line(name) in data:
            _check_numbers(name, data[read_line(name)], diagnostics)
    if not diagnostics.failed and shape.error is not None and len(shape.error) == 2:
        low, high = (data[read_line(name)] for name in shape.error)
        _check_intervals(data[read_line(shape.y[0])], low, high, diagnostics)
    reading.diagnostics.extend(diagnostics)
    return not diagnostics.failed


def _named_columns(shape: ChartShape) -> Iterator[Scalar]:
    yield shape.x
    yield from shape.y
    yield from shape.error or ()
    columns = (shape.series, shape.n, shape.label, shape.censored, shape.at_risk)
    yield from (name for name in (*columns, shape.ongoing, *(shape.events or ())) if name is not None)


def _number_columns(shape: ChartShape) -> Iterator[Scalar]:
    """Yield the columns beyond values and bounds that must hold numbers."""
    if shape.type in (ChartKind.SCATTER, ChartKind.KAPLAN_MEIER):
        yield shape.x
    columns = (shape.censored, shape.at_risk, *(shape.events or ()))
    yield from (name for name in columns if name is not None)


def _check_numbers(name: Scalar, column: DataColumn, diagnostics: Diagnostics) -> None:
    wrong = [datum for datum in column.values if datum.text and datum.number is None]
    if not any(datum.number is not None for datum in column.values):
        diagnostics.error(
            "B223", f"column '{column.name}' holds no number", name.span, help="name a column of numbers"
        )
        return
    for datum in wrong:
        message = f"'{datum.text}' in column '{column.name}' is not a number"
        diagnostics.error("B223", message, datum.span, help=_suggest_number(datum.text))


def _suggest_number(text: str) -> str:
    if text.endswith("%"):
        return f"write {text.rstrip('% ')}, and 'unit: \"%\"' for the chart"
    if text.count(",") == 1 and "." not in text:
        return f"write {text.replace(',', '.')}, or {text.replace(',', '')} if the comma stands for thousands"
    return "write a number such as -12.5, or ~ where there is no value (nothing at all in a CSV file)"


def _check_intervals(values: DataColumn, low: DataColumn, high: DataColumn, diagnostics: Diagnostics) -> None:
    """Report each interval that does not hold its value: bounds are absolute, not distances."""
    for value, lower, upper in zip(values.values, low.values, high.values, strict=True):
        bounds = (lower.number, value.number, upper.number)
        known = [number for number in bounds if number is not None]
        if known == sorted(known):
            continue
        diagnostics.error(
            "B228",
            f"{value.text} does not lie between {lower.text or '…'} and {upper.text or '…'}",
            _widest(value, lower, upper).span,
            help="bounds are values on the same axis, not distances from the value",
        )


def _widest(value: Datum, lower: Datum, upper: Datum) -> Datum:
    """Return the bound that is on the wrong side of the value."""
    if value.number is not None and lower.number is not None and lower.number > value.number:
        return lower
    return upper


def check_highlight(
    shape: ChartShape, data: Mapping[str, DataColumn], reading: Reading
) -> tuple[str, ...] | None:
    """Return the highlighted values as the data write them; None if one is not in the data (B227)."""
    column = data[read_line(shape.x)]
    found: list[str] = []
    for written in shape.highlight or ():
        text, number = read_line(written), parse_number(read_line(written))
        same = [datum.text for datum in column.values if datum.text == text]
        equal = [datum.text for datum in column.values if number is not None and datum.number == number]
        if not same + equal:
            reading.diagnostics.error(
                "B227",
                f"'{text}' is not in column '{column.name}'",
                written.span,
                help=suggest(
                    text, [datum.text for datum in column.values], "write a value as it stands in the data"
                ),
            )
        else:
            found.append((same + equal)[0])
    return tuple(found) if len(found) == len(shape.highlight or ()) else None


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + "s" * (number != 1)
