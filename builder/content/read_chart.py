"""Charts: data, and the columns that are shown, checked against each other."""

from __future__ import annotations

from collections.abc import Iterable

from builder.content.check_chart import check_columns, check_highlight, check_keys
from builder.content.check_effect import check_effect, find_no_effect
from builder.content.check_patients import check_patients
from builder.content.check_survival import check_survival
from builder.content.check_swimmer import check_swimmer
from builder.content.common_keys import CommonKeys
from builder.content.nodes import Mapping, Scalar
from builder.content.numbers import parse_number
from builder.content.read_data import read_data
from builder.content.reading import Reading, read_line
from builder.content.schema.parts import ChartShape
from builder.model.block import Chart, DataColumn, Datum, Scale


def read_chart(shape: ChartShape, common: CommonKeys, reading: Reading) -> Chart | None:
    """Return a chart, or None with its faults reported (B2xx, B5xx)."""
    data = _read_columns(shape, reading)
    sound = check_keys(shape, reading)
    if data is None or not check_columns(shape, data, reading) or not sound:
        return None
    checks = (check_survival, check_patients, check_swimmer, check_effect)
    if not min(check(shape, data, reading) for check in checks):
        return None
    highlight = check_highlight(shape, data, reading)
    if highlight is None:
        return None
    error = tuple(map(read_line, shape.error or ()))
    return Chart(
        **common,
        kind=shape.type,
        data=tuple(data.values()),
        x=read_line(shape.x),
        y=tuple(map(read_line, shape.y)),
        series=read_line(shape.series) or None,
        error=(error[0], error[1]) if len(error) == 2 else None,
        n=read_line(shape.n) or None,
        text=read_line(shape.label) or None,
        censored=read_line(shape.censored) or None,
        at_risk=read_line(shape.at_risk) or None,
        unit=reading.line(shape.unit),
        x_title=reading.line(shape.x_title),
        y_title=reading.line(shape.y_title),
        range=(shape.range[0], shape.range[1]) if shape.range else None,
        highlight=highlight,
        events=tuple(map(read_line, shape.events or ())),
        ongoing=read_line(shape.ongoing) or None,
        thresholds=tuple(shape.thresholds or ()),
        scale=shape.scale or Scale.LINEAR,
        no_effect=find_no_effect(shape, data),
        sides=tuple(map(reading.line, shape.sides or ())),
        note=reading.inlines(shape.note),
    )


def _read_columns(shape: ChartShape, reading: Reading) -> dict[str, DataColumn] | None:
    """Return the columns by name; None if a file cannot be had or lengths differ (B224)."""
    if isinstance(shape.data, Scalar):
        found = read_data(shape.data, reading)
        if found is None:
            return None
        columns = zip(*found.rows, strict=True)
        return {
            name: _make_column(name, values, reading)
            for name, values in zip(found.names, columns, strict=True)
        }
    written = shape.value_of("data")
    assert isinstance(written, Mapping)
    lengths = {entry.key.value: len(shape.data[entry.key.value]) for entry in written.entries}
    first = written.entries[0].key.value
    sound = True
    for entry in written.entries:
        name = entry.key.value
        if lengths[name] != lengths[first]:
            sound = False
            reading.diagnostics.error(
                "B224",
                f"column '{name}' has {_count(lengths[name])}, column '{first}' has {_count(lengths[first])}",
                entry.key.span,
                help="give all columns the same number of values; write ~ where there is none",
            )
    if not sound:
        return None
    return {name: _make_column(name, values, reading) for name, values in shape.data.items()}


def _make_column(name: str, values: Iterable[Scalar], reading: Reading) -> DataColumn:
    return DataColumn(name, tuple(_make_datum(value, reading) for value in values))


def _make_datum(value: Scalar, reading: Reading) -> Datum:
    """Return one value; of a claim alone it is the number without its unit."""
    text = reading.datum(value)
    return Datum(text, parse_number(text), value.span)


def _count(values: int) -> str:
    return f"{values} value" + "s" * (values != 1)
