"""Waterfalls: a falling edge, colours by response, thresholds, and nobody left out."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.resolve.charts.drawing import BarMark, LineMark, PlacedText, TextRole
from builder.resolve.charts.look import Dash
from builder.resolve.charts.plan import ChartPlan
from builder.resolve.charts.planner import fits
from tests.resolve.charts.samples import CHANGE, CHARTS, PAGE, make, plan, style

CHART = CHARTS["waterfall"]


def bars(found: ChartPlan) -> list[BarMark]:
    return [mark for mark in found.marks if isinstance(mark, BarMark) and found.plot.contains(mark.rect, 1)]


def texts(found: ChartPlan, role: TextRole) -> list[PlacedText]:
    return [text for text in found.texts if text.role is role]


def test_bars_fall_from_left_to_right() -> None:
    found = plan(CHART)
    rows = zip(map(float, CHANGE["change"]), CHANGE["patient"], strict=True)
    order = sorted(rows, key=lambda pair: -pair[0])
    assert found.categories == tuple(name for _, name in order)
    shown = sorted(bars(found), key=lambda mark: mark.rect.x)
    assert len(shown) == len(order)
    assert [mark.rect.height for mark in shown[:3]] == sorted(
        (m.rect.height for m in shown[:3]), reverse=True
    )
    assert shown[-1].rect.bottom == found.plot.bottom


def test_each_response_has_its_colour_and_name() -> None:
    found = plan(CHART)
    paints = dict(zip(("CR", "PD", "PR", "SD"), style().series, strict=False))
    assert [text.text for text in texts(found, TextRole.SERIES)] == list(paints)
    response = dict(zip(CHANGE["patient"], CHANGE["response"], strict=True))
    drawn = sorted(bars(found), key=lambda mark: mark.rect.x)
    assert [mark.paint for mark in drawn] == [paints[response[name]] for name in found.categories]


def test_thresholds_are_dashed_and_told() -> None:
    found = plan(CHART)
    dashed = [mark for mark in found.marks if isinstance(mark, LineMark) and mark.dash is Dash.DASH]
    assert found.value_axis is not None
    span = found.value_axis.maximum - found.value_axis.minimum
    heights = [(found.plot.bottom - mark.places[0][1]) / found.plot.height * span for mark in dashed]
    assert [round(height + found.value_axis.minimum) for height in heights] == [20, -30]
    assert [text.text for text in texts(found, TextRole.VALUE)] == ["0%", "20%", "−30%"]


def test_no_change_is_told_where_its_bar_cannot_be_seen() -> None:
    zero = next(text for text in texts(plan(CHART), TextRole.VALUE) if text.text == "0%")
    assert plan(CHART).categories[zero.point or 0] == "P09"


def test_many_patients_are_not_named() -> None:
    many = {"p": [f"Patient {number}" for number in range(120)], "c": list(range(-60, 60))}
    found = plan(make("waterfall", many, "p", "c"), PAGE, 8.5)
    assert found.style.size_pt == 8.5
    assert found.category_skip == 0
    assert texts(found, TextRole.CATEGORY) == []
    assert len(bars(found)) == 120


@example([(0, "PD"), (-1, "PD")], ())
@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(-100, 150), st.sampled_from(["PD", "SD", "PR"])), min_size=1, max_size=80),
    st.sampled_from([(), (-30.0, 20.0)]),
)
def test_random_waterfalls_fit(rows: list[tuple[int, str]], thresholds: tuple[float, ...]) -> None:
    data = {
        "p": [f"{number:03}" for number in range(len(rows))],
        "c": [change for change, _ in rows],
        "r": [response for _, response in rows],
    }
    found = plan(make("waterfall", data, "p", "c", series="r", unit="%", thresholds=thresholds), PAGE, 8.5)
    assert fits(found)
    assert len(bars(found)) == len(rows)
