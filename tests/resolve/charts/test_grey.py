"""Series that look alike where there is no colour."""

import pytest

from builder.resolve.charts.grey import check_in_grey
from tests.resolve.charts.samples import CHARTS, make, plan

NAMES = ("a", "b", "c", "d", "e", "f")


def bars(kind: str, count: int):
    names = NAMES[:count]
    return make(kind, {"arm": ["A", "B"], **{name: [40, 60] for name in names}}, "arm", names)


@pytest.mark.parametrize("kind", ["grouped-bar", "stacked-bar", "horizontal-bar", "area"])
def test_six_series_are_too_many_for_grey(kind: str) -> None:
    chart = bars(kind, 6)
    (found,) = check_in_grey(chart, plan(chart))
    assert (found.code, found.message) == (
        "B710",
        "'e' and 'f' print alike in grey, with a contrast of 1.10:1",
    )
    assert found.span == chart.span
    assert list(check_in_grey(bars(kind, 5), plan(bars(kind, 5)))) == []


def test_series_with_marks_of_their_own_may_look_alike() -> None:
    chart = bars("line", 6)
    assert list(check_in_grey(chart, plan(chart))) == []


def test_the_sample_charts_print_well_in_grey() -> None:
    assert [found for chart in CHARTS.values() for found in check_in_grey(chart, plan(chart))] == []
