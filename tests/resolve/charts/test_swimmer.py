"""Swimmers: a lane for each patient, events at their times, and arrows where it goes on."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.resolve.charts.drawing import BarMark, DotMark, PlacedText, TextRole
from builder.resolve.charts.look import MarkerShape
from builder.resolve.charts.placing import apart, inside
from builder.resolve.charts.plan import ChartPlan
from builder.resolve.charts.planner import TOLERANCE, fits
from tests.resolve.charts.samples import CHARTS, PAGE, make, plan

CHART = CHARTS["swimmer"]


def bars(found: ChartPlan) -> list[BarMark]:
    return [mark for mark in found.marks if isinstance(mark, BarMark) and found.plot.contains(mark.rect, 1)]


def texts(found: ChartPlan, role: TextRole) -> list[PlacedText]:
    return [text for text in found.texts if text.role is role]


def time_at(found: ChartPlan, x: float) -> float:
    assert found.value_axis is not None
    return (x - found.plot.x) / found.plot.width * found.value_axis.maximum


def test_the_longest_lane_is_on_top() -> None:
    found = plan(CHART)
    assert [text.text for text in texts(found, TextRole.ROW)] == [
        "P04", "P01", "P08", "P03", "P06", "P05", "P02", "P07",
    ]  # fmt: skip
    shown = bars(found)
    assert [round(time_at(found, mark.rect.right), 1) for mark in shown] == [
        18.2, 14.5, 12.8, 11, 9, 6.4, 3, 2.2,
    ]  # fmt: skip
    assert {mark.rect.x for mark in shown} == {found.plot.x}
    tops = [mark.rect.y for mark in shown]
    assert tops == sorted(tops)


def test_events_stand_on_their_lanes_at_their_times() -> None:
    found = plan(CHART)
    dots = [mark for mark in found.marks if isinstance(mark, DotMark) and mark.place[1] > found.plot.y]
    relapses = [dot for dot in dots if dot.marker.shape is MarkerShape.SQUARE]
    assert [round(time_at(found, dot.place[0]), 1) for dot in relapses] == [9, 6.4, 3]
    lanes = [bars(found)[index].rect for index in (3, 5, 6)]
    assert [dot.place[1] for dot in relapses] == pytest.approx([r.y + r.height / 2 for r in lanes], abs=2)


def test_an_arrow_stands_where_a_bar_goes_on_and_is_told() -> None:
    found = plan(CHART)
    arrows = texts(found, TextRole.VALUE)
    assert [arrow.point for arrow in arrows] == [0, 1, 4]
    assert "→\u00a0on study" in texts(found, TextRole.VALUE_TITLE)[0].text
    still = plan(replace(CHART, ongoing=None))
    assert texts(still, TextRole.VALUE) == []
    assert "→" not in texts(still, TextRole.VALUE_TITLE)[0].text


def test_groups_and_events_are_named_above() -> None:
    found = plan(CHART)
    assert [text.text for text in texts(found, TextRole.SERIES)] == ["High", "Low", "response", "relapse"]
    alone = plan(replace(CHART, series=None))
    assert [text.text for text in texts(alone, TextRole.SERIES)] == ["response", "relapse"]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.sampled_from("AB"), st.booleans(), st.none() | st.integers(0, 400)),
        min_size=1,
        max_size=14,
    )
)
def test_random_swimmers_fit(rows: list[tuple[int, str, bool, int | None]]) -> None:
    data = {
        "p": [f"Patient {number}" for number in range(len(rows))],
        "d": [row[0] for row in rows],
        "g": [row[1] for row in rows],
        "o": ["yes" if row[2] else "" for row in rows],
        "e": [row[3] for row in rows],
    }
    found = plan(make("swimmer", data, "p", "d", series="g", events=("e",), ongoing="o"), PAGE, 8.5)
    assert fits(found)
    assert all(inside(text.rect, PAGE, TOLERANCE) for text in found.texts)
    assert apart([text.rect for text in found.texts], TOLERANCE)
