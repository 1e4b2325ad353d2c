"""A chart block's columns as series of points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from builder.model.block import Chart, Datum
from builder.resolve.charts.look import ChartStyle, Paint
from builder.resolve.charts.plan import ColumnNames, Point, Series
from builder.resolve.charts.series_look import series_marker, series_paint
from builder.resolve.charts.titles import unit_at_values

NO_BREAK_SPACE = "\u00a0"
PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.(?P<decimals>\d+))?")


@dataclass(frozen=True, slots=True)
class Record:
    """One value with what its row says about it; `key` is the row's x as written."""

    key: str
    series: str
    x: float | None
    value: Datum
    low: float | None
    high: float | None
    n: str
    text: str
    text_format: str


def column_names(chart: Chart) -> ColumnNames:
    """Return what the author called the columns."""
    low, high = chart.error or ("", "")
    value = chart.y[0] if len(chart.y) == 1 else chart.y_title or "value"
    return ColumnNames(
        chart.x,
        value,
        chart.series or "",
        chart.n or "",
        low,
        high,
        chart.censored or "",
        chart.at_risk or "",
    )


def with_unit(text: str, unit: str) -> str:
    """Return a number as written with a typographic minus and its unit; a percent sign follows directly."""
    number = f"−{text[1:]}" if text.startswith("-") else text
    return number + (unit if unit in ("", "%") else NO_BREAK_SPACE + unit)


def number_format(text: str, unit: str) -> str:
    """Return the spreadsheet format that writes the number as `with_unit` does, empty if none can."""
    match = PLAIN_NUMBER.fullmatch(text)
    if not match:
        return ""
    digits = "0." + "0" * len(match["decimals"]) if match["decimals"] else "0"
    suffix = f'"{with_unit("", unit)}"' if unit else ""
    return f'{digits}{suffix};"−"{digits}{suffix}'.replace('""', "")


def records(chart: Chart) -> Iterator[Record]:
    """Give every value of the chart, column by column."""
    keys = chart.column(chart.x).values
    for column in chart.y:
        for index, value in enumerate(chart.column(column).values):
            yield Record(
                key=keys[index].text,
                series=_text_at(chart, chart.series, index) if chart.series else _series_name(chart, column),
                x=keys[index].number,
                value=value,
                low=_number_at(chart, 0, index),
                high=_number_at(chart, 1, index),
                n=_text_at(chart, chart.n, index),
                text=_text_at(chart, chart.text, index) if chart.text else _value_text(chart, value),
                text_format="" if chart.text else number_format(value.text, unit_at_values(chart)),
            )


def _series_name(chart: Chart, column: str) -> str:
    return column if len(chart.y) > 1 else chart.y_title or column


def _text_at(chart: Chart, column: str | None, index: int) -> str:
    return chart.column(column).values[index].text if column else ""


def _number_at(chart: Chart, bound: int, index: int) -> float | None:
    return chart.column(chart.error[bound]).values[index].number if chart.error else None


def _value_text(chart: Chart, value: Datum) -> str:
    return with_unit(value.text, unit_at_values(chart)) if value.number is not None else ""


def point_of(record: Record, chart: Chart, style: ChartStyle, paint: Paint) -> Point:
    """Return a record as a point, in the accent colour if the author highlights it."""
    paint = style.accent if record.key in chart.highlight else paint
    whole = record.low is not None and record.high is not None
    low, high = (record.low, record.high) if whole else (None, None)
    return Point(record.value.number, paint, record.x, low, high, record.text, record.text_format)


def category_series(chart: Chart, style: ChartStyle) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    """Return the categories in data order and the series, each with a point, or a gap, at every category."""
    found = _counted(records(chart))
    categories = tuple(dict.fromkeys(key for key, _ in found))
    series = []
    for index, name in enumerate(dict.fromkeys(record.series for _, record in found)):
        paint = series_paint(style, index)
        own = {key: record for key, record in found if record.series == name}
        points = tuple(
            point_of(own[category], chart, style, paint) if category in own else Point(None, paint)
            for category in categories
        )
        series.append(Series(name, points, paint, series_marker(style, index)))
    return tuple(name for name, _ in categories), tuple(series)


def _counted(found: Iterable[Record]) -> list[tuple[tuple[str, int], Record]]:
    """Return the records with their category: name, and how often the series had that name before.

    Why counted: two rows of one name are two values, and neither may be lost.
    """
    seen: dict[tuple[str, str], int] = {}
    counted = []
    for record in found:
        times = seen.get((record.series, record.key), 0)
        seen[record.series, record.key] = times + 1
        counted.append(((record.key, times), record))
    return counted


def extremes(series: tuple[Series, ...]) -> list[float]:
    """Return every value and every bound."""
    found = [number for one in series for p in one.points for number in (p.value, p.low, p.high)]
    return [number for number in found if number is not None]


def highlighted(chart: Chart, categories: tuple[str, ...]) -> frozenset[int]:
    """Return the indices of the categories that the author highlights."""
    return frozenset(index for index, name in enumerate(categories) if name in chart.highlight)


def number_series(chart: Chart, style: ChartStyle) -> tuple[Series, ...]:
    """Return the series of points that have both an x and a value, in data order."""
    found = [record for record in records(chart) if record.x is not None and record.value.number is not None]
    series = []
    for index, name in enumerate(dict.fromkeys(record.series for record in found)):
        paint = series_paint(style, index)
        points = tuple(point_of(record, chart, style, paint) for record in found if record.series == name)
        series.append(Series(name, points, paint, series_marker(style, index)))
    return tuple(series)


def without_texts(series: tuple[Series, ...]) -> tuple[Series, ...]:
    """Return the series with nothing printed at their marks."""
    return tuple(replace(one, points=tuple(replace(p, text="") for p in one.points)) for one in series)
