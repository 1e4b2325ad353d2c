"""What must hold for a plan of any chart: nothing leaves it, nothing collides."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model.block import Chart, ChartKind
from builder.resolve.charts.drawing import PlacedText
from builder.resolve.charts.placing import apart, inside
from builder.resolve.charts.planner import PLANNERS, TOLERANCE, fits
from builder.units import Length, Size
from tests.resolve.charts.samples import CHARTS, PAGE, SLIDE, make, plan

WORDS = st.sampled_from(
    [
        "CAR-NK",
        "axi-cel",
        "Any grade",
        "Severe neurologic events",
        "Marin 2024, cord blood",
        "NHL",
        "I",
        "TGF-β",
    ]
)
SIZES = st.builds(
    lambda width, height: Size(Length.from_mm(width), Length.from_mm(height)),
    st.integers(90, 310),
    st.integers(60, 130),
)
UPRIGHT = ("bar", "grouped-bar", "stacked-bar", "line", "area", "horizontal-bar")


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize(("size", "size_pt"), [(SLIDE, 16), (PAGE, 8.5)])
def test_samples_fit_at_full_size(name: str, size: Size, size_pt: float) -> None:
    found = plan(CHARTS[name], size, size_pt)
    assert found.style.size_pt == size_pt
    assert fits(found)


def test_every_kind_has_a_planner_and_a_sample() -> None:
    assert set(PLANNERS) == set(ChartKind) == {chart.kind for chart in CHARTS.values()}


def require_fit(chart: Chart, size: Size) -> None:
    found = plan(chart, size, 12)
    assert inside(found.plot, size, 0)
    assert all(inside(text.rect, size, TOLERANCE) for text in found.texts)
    assert apart([text.rect for text in found.texts], TOLERANCE)


@settings(deadline=None, max_examples=150)
@given(st.data(), st.sampled_from(UPRIGHT), SIZES)
def test_random_charts_with_categories_fit(data: st.DataObject, kind: str, size: Size) -> None:
    rows, columns = data.draw(st.integers(1, 9)), data.draw(st.integers(1, 3))
    lowest = -500 if kind in ("bar", "grouped-bar", "horizontal-bar", "line") else 0
    names = [
        f"{word} {index}"
        for index, word in enumerate(data.draw(st.lists(WORDS, min_size=rows, max_size=rows)))
    ]
    values = st.lists(st.integers(lowest, 1000), min_size=rows, max_size=rows)
    series = {f"S{index}": data.draw(values) for index in range(columns)}
    unit, title = data.draw(st.sampled_from(["", "%", "days"])), data.draw(st.sampled_from(["", "Patients"]))
    require_fit(
        make(kind, {"x": names} | series, "x", tuple(series), unit=unit, y_title=title, x_title=title), size
    )


def test_a_zero_at_the_right_end_has_room_for_its_text() -> None:
    columns = {"x": ["CAR-NK 0"], "S0": [0], "S1": [-1]}
    size = Size(Length.from_mm(90), Length.from_mm(60))
    require_fit(make("horizontal-bar", columns, "x", ("S0", "S1")), size)


@settings(deadline=None, max_examples=150)
@given(st.data(), SIZES)
def test_random_forests_fit(data: st.DataObject, size: Size) -> None:
    rows = data.draw(st.integers(1, 12))
    values = data.draw(st.lists(st.floats(0, 100), min_size=rows, max_size=rows))
    columns = {
        "trial": data.draw(st.lists(WORDS, min_size=rows, max_size=rows)),
        "arm": data.draw(
            st.lists(st.sampled_from(["CAR-NK", "CAR-T", "Other"]), min_size=rows, max_size=rows)
        ),
        "n": list(range(rows)),
        "rate": [round(value, 1) for value in values],
        "low": [round(value * 0.6, 1) for value in values],
        "high": [round(value + (100 - value) * 0.4, 1) for value in values],
    }
    grouped = data.draw(st.sampled_from(["arm", None]))
    require_fit(
        make("forest", columns, "trial", "rate", series=grouped, error=("low", "high"), n="n", unit="%"), size
    )


@settings(deadline=None, max_examples=100)
@given(
    st.sampled_from(["pie", "doughnut"]),
    st.lists(st.tuples(WORDS, st.integers(0, 50)), min_size=1, max_size=8),
)
def test_random_pies_fit(kind: str, parts: list[tuple[str, int]]) -> None:
    data = {"part": [name for name, _ in parts], "n": [value for _, value in parts]}
    require_fit(make(kind, data, "part", "n"), PAGE)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(st.integers(-20, 400), st.integers(-50, 50)), min_size=1, max_size=12), SIZES)
def test_random_scatter_charts_fit(points: list[tuple[int, int]], size: Size) -> None:
    data = {"x": [x for x, _ in points], "y": [y for _, y in points]}
    require_fit(make("scatter", data, "x", "y", x_title="Patients", y_title="Change"), size)


def test_the_judge_of_collisions_can_fail() -> None:
    found = plan(CHARTS["bar"])
    doubled: tuple[PlacedText, ...] = (*found.texts, found.texts[0])
    assert not fits(replace(found, texts=doubled))
    far = replace(found.texts[0], rect=replace(found.texts[0].rect, x=SLIDE.width))
    assert not fits(replace(found, texts=(far,)))
