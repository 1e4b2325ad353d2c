"""Charts that make no sense."""

from dataclasses import replace

import pytest

from builder.diagnostics import Severity
from builder.model.block import Scale
from builder.resolve.charts.check import check_chart, check_names, check_plan
from builder.units import Length, Size
from tests.resolve.charts.samples import CHARTS, make, plan, style


def test_sound_charts_have_no_diagnostic() -> None:
    for chart in CHARTS.values():
        assert check_chart(chart) == ()
        assert check_plan(chart, plan(chart), style()) == ()


def test_values_outside_the_range() -> None:
    chart = make("bar", {"arm": ["A", "B"], "rate": [40, 120]}, "arm", "rate", range=(0.0, 100.0))
    (found,) = check_chart(chart)
    assert (found.code, found.message) == ("B520", "120 lies outside the range 0 to 100")


def test_intervals_that_the_range_cuts() -> None:
    data = {"trial": ["A", "B"], "hr": [0.6, 2], "low": [0.4, 0.6], "high": [0.9, 9]}
    chart = make("forest", data, "trial", "hr", error=("low", "high"), range=(0.0, 3.0))
    (found,) = check_chart(chart)
    assert (found.code, found.severity) == ("B520", Severity.WARNING)
    assert found.message == "the interval ends at 9, and is drawn as if it ended at 3"
    ratios = replace(chart, scale=Scale.LOG, range=(0.3, 3.0))
    (found,) = check_chart(ratios)
    assert found.message == "the interval ends at 9, and is drawn as if it ended at 4"
    assert check_chart(replace(ratios, range=(0.3, 7.0))) != ()
    assert check_chart(replace(ratios, range=(0.3, 9.0))) == ()


def test_slices_below_zero_and_empty_pies() -> None:
    (found,) = check_chart(make("pie", {"part": ["A", "B"], "n": [12, -4]}, "part", "n"))
    assert found.code == "B521"
    (found,) = check_chart(make("doughnut", {"part": ["A", "B"], "n": [0, 0]}, "part", "n"))
    assert found.code == "B521"


@pytest.mark.parametrize(
    ("kind", "count", "told"),
    [
        ("grouped-bar", 6, False),
        ("grouped-bar", 7, True),
        ("area", 8, True),
        ("line", 8, False),
        ("kaplan-meier", 7, True),
    ],
)
def test_series_that_look_alike(kind: str, count: int, told: bool) -> None:
    names = [f"Arm {number}" for number in range(1, count + 1)]
    chart = make(kind, {"x": ["1"] * count, "y": [1] * count, "arm": names}, "x", "y", series="arm")
    found = check_chart(chart)
    assert [one.message for one in found] == (
        [f"{count} series, and 6 colours: 'Arm 7' looks like 'Arm 1'"] if told else []
    )
    looks = [(one.paint, one.marker if kind == "line" else None, one.dash) for one in plan(chart).series]
    assert (len(set(looks)) < count) == told


def test_columns_that_look_alike() -> None:
    names = tuple("abcdefg")
    (found,) = check_chart(make("bar", {"x": ["1"], **{name: [1] for name in names}}, "x", names))
    assert (found.code, found.severity) == ("B255", Severity.WARNING)


def test_a_crowded_chart() -> None:
    chart = CHARTS["grouped-bar"]
    tiny = Size(Length.from_mm(25), Length.from_mm(20))
    (found,) = check_plan(chart, plan(chart, tiny), style())
    assert found.code == "B605"


@pytest.mark.parametrize("kind", ["bar", "grouped-bar", "pie", "horizontal-bar"])
def test_a_name_that_would_be_cut(kind: str) -> None:
    long = "Immunohistochemistrylaboratoriesandtheiraccreditation" * 2
    chart = make(kind, {"x": ["A", long, "Others…"], "y": [3, 2, 1]}, "x", ("y",))
    size = Size(Length.from_mm(128), Length.from_mm(64))
    cut = check_names(chart, plan(chart, size))
    assert [(one.code, one.severity) for one in cut] == [("B605", Severity.ERROR)]
    assert "'Immuno" in cut[0].message
    short = make(kind, {"x": ["A", "B", "Others…"], "y": [3, 2, 1]}, "x", ("y",))
    assert check_names(short, plan(short, size)) == ()
