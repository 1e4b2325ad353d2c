"""A Kaplan-Meier chart's rows as curves, and the time axis with its numbers at risk."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from builder.model.block import Chart
from builder.model.survival import NEAR, risk_step, start_of
from builder.resolve.charts.data import Record, records
from builder.resolve.charts.look import ChartStyle, Dash, Marker, MarkerShape
from builder.resolve.charts.plan import Axis, Followed, Point, Series
from builder.resolve.charts.scale import decimals, formatted, nice_axis, ticks
from builder.resolve.charts.series_look import series_paint

DASHES = (Dash.SOLID, Dash.DASH, Dash.DOT)
MOST_TIMES = 9
CENSOR_EM = 0.75


@dataclass(frozen=True, slots=True)
class Curve:
    """A series with what else its rows say."""

    series: Series
    followed: Followed


def curves_of(chart: Chart, style: ChartStyle) -> tuple[Curve, ...]:
    """Return the curves, each from time 0 on; a row without survival keeps that of the row before."""
    found = [(record, row) for row, record in enumerate(records(chart))]
    start = start_of((r.value.number for r, _ in found if r.value.number is not None), chart.unit)
    censored, at_risk = (_numbers(chart, name) for name in (chart.censored, chart.at_risk))
    curves = []
    for index, name in enumerate(dict.fromkeys(record.series for record, _ in found)):
        paint = series_paint(style, index)
        own = [(record, row) for record, row in found if record.series == name and record.x is not None]
        points: list[Point] = []
        rows: list[int | None] = [row for _, row in own]
        if not own or own[0][0].x:
            points.append(_with_limits(Point(start, paint, 0.0), chart, None, start))
            rows.insert(0, None)
        for record, _ in own:
            last = points[-1] if points else None
            value = record.value.number
            if value is None:
                value = last.value if last else start
            points.append(_with_limits(Point(value, paint, record.x), chart, record, start, last))
        followed = Followed(
            tuple(None if row is None else censored[row] for row in rows),
            tuple(None if row is None else at_risk[row] for row in rows),
        )
        mark = Marker(MarkerShape.PLUS, max(4.0, round(style.size_pt * CENSOR_EM)))
        series = Series(name, tuple(points), paint, mark, DASHES[index % len(DASHES)])
        curves.append(Curve(series, followed))
    return tuple(curves)


def _with_limits(
    point: Point, chart: Chart, record: Record | None, start: float, last: Point | None = None
) -> Point:
    """Return a point with its confidence limits: its row's, those of the row before where it only tells of censoring.

    Where everybody is alive, nothing is uncertain.
    """
    if chart.error is None:
        return point
    if record is not None and record.low is not None and record.high is not None:
        return replace(point, low=record.low, high=record.high)
    if point.value == start:
        return replace(point, low=start, high=start)
    if record is not None and record.value.number is None and last is not None:
        return replace(point, low=last.low, high=last.high)
    return point


def _numbers(chart: Chart, name: str | None) -> list[float | None]:
    if name is None:
        return [None] * len(chart.column(chart.x).values)
    return [datum.number for datum in chart.column(name).values]


def time_axis(chart: Chart, curves: tuple[Curve, ...], most_ticks: int) -> Axis:
    """Return the time axis from 0; its ticks are times whose numbers at risk are known, where there are any."""
    last = max((point.x or 0.0 for curve in curves for point in curve.series.points), default=1.0)
    most, step = min(most_ticks, MOST_TIMES), risk_step(chart)
    if step is None or step > last:
        axis = nice_axis((0.0, last), most, True)
    else:
        step *= next(
            n for n in (*range(1, 5), 6, *range(8, 10**6, 4)) if last / (step * n) <= max(1, most - 1)
        )
        places = min(12, decimals(step) + 2)
        axis = Axis(0.0, round(math.ceil(last / step - NEAR) * step, places), step, "")
    return replace(formatted(axis), title=chart.x_title, gridlines=False)


def at_risk(curve: Curve, time: float, exactly: bool) -> float | None:
    """Return the number at risk at a time; None if it is not told.

    Unless `exactly`, the rows are a life table: the number holds from the row before on, and is 0 after the last.
    """
    rows = zip(curve.series.points, curve.followed.at_risk, strict=True)
    if exactly:
        near = NEAR * max(1.0, time)
        return next((n for point, n in rows if n is not None and abs((point.x or 0.0) - time) <= near), None)
    return next((n for point, n in rows if n is not None and (point.x or 0.0) >= time), 0.0)


def risk_times(chart: Chart, axis: Axis) -> tuple[float, ...]:
    """Return the times below which numbers at risk are printed."""
    return ticks(axis) if chart.at_risk else ()
