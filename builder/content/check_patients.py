"""Whether each row of a waterfall or swimmer chart is a patient that can be shown."""

from __future__ import annotations

from collections.abc import Mapping

from builder.content.reading import Reading, read_line
from builder.content.schema.parts import ChartShape
from builder.diagnostics import Diagnostics
from builder.model.block import ChartKind, DataColumn

KINDS = (ChartKind.WATERFALL, ChartKind.SWIMMER)


def check_patients(shape: ChartShape, data: Mapping[str, DataColumn], reading: Reading) -> bool:
    """Return whether every row has a name of its own and a value (B238).

    Why not leave rows without a value out: readers would take those that are shown for all patients.
    """
    if shape.type not in KINDS:
        return True
    found = Diagnostics()
    seen: set[str] = set()
    names, values = data[read_line(shape.x)], data[read_line(shape.y[0])]
    for name, value in zip(names.values, values.values, strict=True):
        if name.text in seen:
            message = f"'{name.text}' has more than one row"
            found.error("B238", message, name.span, help="give each patient one row, and a name of their own")
        seen.add(name.text)
        if value.number is None:
            found.error(
                "B238", f"'{name.text}' has no value in column '{values.name}'", value.span,
                help="remove the row, and say in 'note' how many patients are not shown and why",
            )  # fmt: skip
    reading.diagnostics.extend(found)
    return not found.failed
