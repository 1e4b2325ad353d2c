"""Data from a CSV file: its header and rows, checked, each field with its place."""

from __future__ import annotations

from dataclasses import dataclass

from builder.content.characters import check_characters, check_length
from builder.content.delimited import FieldFault, read_rows
from builder.content.files import read_data_file
from builder.content.nodes import Scalar
from builder.content.reading import Reading, read_line
from builder.content.source import Source
from builder.diagnostics import Span
from builder.limits import LARGEST_DATA_BYTES, MOST_DATA_COLUMNS, MOST_DATA_ROWS

MOST_REPORTED = 20
"""Rows of the wrong length that are told one by one: more of them have one cause."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A CSV file; every row has as many fields as the header, whose names differ."""

    header: tuple[Scalar, ...]
    names: tuple[str, ...]
    rows: tuple[tuple[Scalar, ...], ...]


def read_data(written: Scalar, reading: Reading) -> DataFile | None:
    """Return the CSV file that a value names, or None with its faults reported (B501, B503 to B506)."""
    diagnostics = reading.diagnostics
    found = read_data_file(reading.world, reading.file, written, LARGEST_DATA_BYTES, diagnostics)
    if found is None:
        return None
    name, text = found
    reading.data_files.setdefault(name)
    if not check_characters(Source.from_text(name, text), diagnostics):
        return None
    try:
        rows = read_rows(name, text, MOST_DATA_ROWS + 1)
    except FieldFault as fault:
        diagnostics.error(
            "B504", fault.message, fault.span, help="write a quotation mark inside a field twice"
        )
        return None
    if len(rows) < 2:
        diagnostics.error(
            "B504",
            f"'{written.value}' holds no data",
            written.span,
            help="its first line names the columns, each line below is a row",
        )
        return None
    if not _check_size(rows, written, reading):
        return None
    names = tuple(read_line(field) for field in rows[0])
    sound = _check_header(rows[0], names, reading)
    sound = _check_lengths(rows, reading) and sound
    for row in rows:
        for field in row:
            check_length(field, diagnostics)
    return DataFile(rows[0], names, tuple(rows[1:])) if sound else None


def _check_size(rows: list[tuple[Scalar, ...]], written: Scalar, reading: Reading) -> bool:
    counted = ((len(rows) - 1, MOST_DATA_ROWS, "rows"), (len(rows[0]), MOST_DATA_COLUMNS, "columns"))
    for count, limit, what in counted:
        if count > limit:
            message = f"'{written.value}' has more than {limit:,} {what}"
            reading.diagnostics.error(
                "B509", message, written.span, help="leave out or sum up what nobody will read"
            )
            return False
    return True


def _check_header(header: tuple[Scalar, ...], names: tuple[str, ...], reading: Reading) -> bool:
    sound = True
    for index, (field, name) in enumerate(zip(header, names, strict=True)):
        if name and name not in names[:index]:
            continue
        sound = False
        message = f"column '{name}' comes twice" if name else f"column {index + 1} has no name"
        reading.diagnostics.error("B506", message, field.span, help="give each column a name of its own")
    return sound


def _check_lengths(rows: list[tuple[Scalar, ...]], reading: Reading) -> bool:
    expected = len(rows[0])
    faulty = [row for row in rows[1:] if len(row) != expected]
    for row in faulty[:MOST_REPORTED]:
        start = row[0].span
        reading.diagnostics.error(
            "B505",
            f"the row has {len(row)} field{'s' * (len(row) != 1)}, the header {expected}",
            Span(start.path, start.start, row[-1].span.end),
            help="put a field that holds the separator in quotes"
            if len(row) > expected
            else "add what is missing",
        )
    for row in faulty[MOST_REPORTED : MOST_REPORTED + 1]:
        more = len(faulty) - MOST_REPORTED
        message = f"{more:,} more rows from here on are not as long as the header"
        reading.diagnostics.error("B505", message, row[0].span, help="mend those above first")
    return not faulty
