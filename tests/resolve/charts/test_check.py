"""Charts that make no sense."""

from builder.resolve.charts.check import check_chart, check_plan
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


def test_slices_below_zero_and_empty_pies() -> None:
    (found,) = check_chart(make("pie", {"part": ["A", "B"], "n": [12, -4]}, "part", "n"))
    assert found.code == "B521"
    (found,) = check_chart(make("doughnut", {"part": ["A", "B"], "n": [0, 0]}, "part", "n"))
    assert found.code == "B521"


def test_a_crowded_chart() -> None:
    chart = CHARTS["grouped-bar"]
    tiny = Size(Length.from_mm(25), Length.from_mm(20))
    (found,) = check_plan(chart, plan(chart, tiny), style())
    assert found.code == "B605"
