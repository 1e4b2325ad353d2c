"""Whether the columns of a swimmer chart can be drawn as lanes with events."""

from __future__ import annotations

from collections.abc import Mapping

from builder.content.reading import Reading, read_line
from builder.content.schema.parts import ChartShape
from builder.diagnostics import Diagnostics
from builder.model.block import ChartKind, DataColumn
from builder.model.follow_up import parse_ongoing


def check_swimmer(shape: ChartShape, data: Mapping[str, DataColumn], reading: Reading) -> bool:
    """Return whether no time is before 0 (B239), and whether it is clear who is still under way (B240)."""
    if shape.type is not ChartKind.SWIMMER:
        return True
    found = Diagnostics()
    for column in (data[read_line(name)] for name in (*shape.y, *(shape.events or ()))):
        for datum in column.values:
            if (datum.number or 0.0) < 0:
                message = f"{datum.text} in column '{column.name}' is before 0"
                found.error("B239", message, datum.span, help="count all times from where the bars begin")
    for datum in data[read_line(shape.ongoing)].values if shape.ongoing else ():
        if parse_ongoing(datum.text) is None:
            message = f"'{datum.text}' is neither yes nor no"
            found.error(
                "B240", message, datum.span, help="write yes, no, or ~ (nothing at all in a CSV file) for no"
            )
    reading.diagnostics.extend(found)
    return not found.failed
