"""Survival curves: steps, censor marks, names that cover nothing, and the numbers at risk."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.resolve.charts.check import check_plan
from builder.resolve.charts.curve_names import strokes
from builder.resolve.charts.drawing import DotMark, LineMark, PlacedText, TextRole
from builder.resolve.charts.look import Dash
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.placing import apart, inside, overlap
from builder.resolve.charts.plan import ChartPlan
from builder.resolve.charts.planner import TOLERANCE, fits
from builder.units import Length, Size
from tests.resolve.charts.samples import CHARTS, PAGE, SURVIVAL, make, plan, style

CHART = CHARTS["kaplan-meier"]


def limits(found: ChartPlan) -> list[list[tuple[float, float]]]:
    """Return the corners of each line of limits, as shares of the plot."""
    plot = found.plot
    return [
        [
            (round((x - plot.x) / plot.width, 3), round((plot.bottom - y) / plot.height, 3))
            for x, y in mark.places
        ]
        for mark in found.marks
        if isinstance(mark, LineMark) and mark.paint.opacity < 1
    ]


def curves(found: ChartPlan) -> list[LineMark]:
    paints = {one.paint for one in found.series}
    return [mark for mark in found.marks if isinstance(mark, LineMark) and mark.paint in paints]


def texts(found: ChartPlan, role: TextRole) -> list[PlacedText]:
    return [text for text in found.texts if text.role is role]


def test_survival_holds_until_the_next_time_and_then_drops() -> None:
    found = plan(make("kaplan-meier", {"t": [0, 5, 10], "s": [1, 0.5, 0.25]}, "t", "s"))
    (curve,) = curves(found)
    plot = found.plot
    shares = [
        (round((x - plot.x) / plot.width, 3), round((plot.bottom - y) / plot.height, 3))
        for x, y in curve.places
    ]
    assert shares == [(0, 1), (0.5, 1), (0.5, 0.5), (1, 0.5), (1, 0.25)]


def test_limits_are_steps_below_and_above_that_begin_where_all_are_alive() -> None:
    data = {"t": [0, 5, 10], "s": [1, 0.5, 0.25], "low": [None, 0.3, 0.1], "high": [None, 0.7, 0.5]}
    found = plan(make("kaplan-meier", data, "t", "s", error=("low", "high")))
    assert limits(found) == [
        [(0, 1), (0.5, 1), (0.5, 0.3), (1, 0.3), (1, 0.1)],
        [(0, 1), (0.5, 1), (0.5, 0.7), (1, 0.7), (1, 0.5)],
    ]


def test_limits_hold_where_a_row_only_tells_of_censoring_and_end_where_there_are_none() -> None:
    data = {
        "t": [0, 4, 6, 10],
        "s": [1, 0.5, None, 0],
        "low": [1, 0.3, None, None],
        "high": [1, 0.7, None, None],
    }
    found = plan(make("kaplan-meier", data, "t", "s", error=("low", "high")))
    low, high = limits(found)
    assert low[-1] == (0.6, 0.3)
    assert high[-1] == (0.6, 0.7)


def test_without_limits_there_are_no_lines_of_them() -> None:
    assert limits(plan(CHART)) == []


def test_a_curve_starts_at_time_0_with_everybody_alive() -> None:
    found = plan(make("kaplan-meier", {"t": [4, 8], "s": [80, 60]}, "t", "s", unit="%"))
    assert [(point.x, point.value) for point in found.series[0].points] == [(0, 100), (4, 80), (8, 60)]


def test_a_row_without_survival_keeps_that_of_the_row_before() -> None:
    found = plan(make("kaplan-meier", {"t": [0, 3, 6], "s": [1, None, 0.6]}, "t", "s"))
    assert [point.value for point in found.series[0].points] == [1, 1, 0.6]


def test_a_plus_stands_on_the_curve_wherever_somebody_is_censored() -> None:
    found = plan(CHART)
    dots = [mark for mark in found.marks if isinstance(mark, DotMark)]
    assert len(dots) == sum(bool(number) for number in SURVIVAL["lost"])
    corners = {place for curve in curves(found) for place in curve.places}
    assert all(dot.place in corners for dot in dots)


def test_curves_differ_without_their_colours() -> None:
    assert [curve.dash for curve in curves(plan(CHART))] == [Dash.SOLID, Dash.DASH]


def test_the_numbers_at_risk_stand_below_their_times() -> None:
    found = plan(CHART)
    ticks = [text for text in texts(found, TextRole.TICK) if text.rect.y > found.plot.bottom]
    assert [text.text for text in ticks] == ["0", "6", "12", "18", "24"]
    counts = texts(found, TextRole.SAMPLE_SIZE)
    rows = [[text for text in counts if text.series == row] for row in (0, 1)]
    assert [[text.text for text in row] for row in rows] == [
        ["40", "33", "24", "16", "7"], ["38", "24", "14", "8", "3"],
    ]  # fmt: skip
    for row in rows:
        assert [text.rect.x + text.rect.width / 2 for text in row] == pytest.approx(
            [tick.rect.x + tick.rect.width / 2 for tick in ticks], abs=2
        )


def test_a_life_table_tells_the_numbers_at_every_tick() -> None:
    data = {"t": [2, 3, 7, 11], "s": [0.9, 0.8, 0.8, 0.6], "lost": [0, 0, 2, 0], "left": [10, 9, 8, 6]}
    found = plan(make("kaplan-meier", data, "t", "s", at_risk="left", censored="lost"))
    ticks = [text.text for text in texts(found, TextRole.TICK) if text.rect.y > found.plot.bottom]
    counts = [text.text for text in texts(found, TextRole.SAMPLE_SIZE)]
    assert ticks == ["0.0", "2.5", "5.0", "7.5", "10.0", "12.5"]
    assert counts == ["10", "9", "8", "6", "6", "0"]


def test_without_numbers_at_risk_there_is_no_table() -> None:
    found = plan(replace(CHART, at_risk=None))
    assert texts(found, TextRole.SAMPLE_SIZE) == texts(found, TextRole.GROUP) == []
    assert found.plot.height > plan(CHART).plot.height


def test_one_curve_is_not_named() -> None:
    assert texts(plan(make("kaplan-meier", {"t": [0, 5], "s": [1, 0.5]}, "t", "s")), TextRole.SERIES) == []


def test_a_chart_too_small_is_told() -> None:
    tiny = Size(Length.from_mm(30), Length.from_mm(25))
    (found,) = check_plan(CHART, plan(CHART, tiny), style())
    assert found.code == "B605"


STEPS = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 30)), min_size=1, max_size=12)


@settings(deadline=None, max_examples=100)
@given(st.lists(STEPS, min_size=1, max_size=4))
def test_names_cover_no_curve(arms: list[list[tuple[int, int]]]) -> None:
    data: dict[str, list[object]] = {"arm": [], "t": [], "s": []}
    for number, arm in enumerate(arms):
        time, alive = 0, 100
        for wait, fall in arm:
            time, alive = time + wait, max(0, alive - fall)
            data["arm"].append(f"Treatment {number}")
            data["t"].append(time)
            data["s"].append(alive)
    found = plan(make("kaplan-meier", data, "t", "s", series="arm", unit="%"), PAGE, 8.5)
    assert inside(found.plot, found.size, 0)
    assert apart([text.rect for text in found.texts], TOLERANCE) or not fits(found)
    drawn = [rect for curve in curves(found) for rect in strokes(Ruler(found.style), curve.places)]
    covered = any(overlap(name.rect, rect, 0) for name in texts(found, TextRole.SERIES) for rect in drawn)
    assert covered <= found.crowded
