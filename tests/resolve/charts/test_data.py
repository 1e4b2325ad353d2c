"""From columns to series."""

import pytest

from builder.resolve.charts.data import category_series, number_format, records, with_unit
from tests.resolve.charts.samples import SEVERE_CRS, make, style


@pytest.mark.parametrize(
    ("written", "unit", "expected"),
    [("46", "%", "46%"), ("30.4", "days", "30.4\u00a0days"), ("-3", "", "−3"), ("-3", "%", "−3%")],
)
def test_units(written: str, unit: str, expected: str) -> None:
    assert with_unit(written, unit) == expected


@pytest.mark.parametrize(
    ("written", "unit", "expected"),
    [
        ("46", "%", '0"%";"−"0"%"'),
        ("30.40", "days", '0.00"\u00a0days";"−"0.00"\u00a0days"'),
        ("12", "", '0;"−"0'),
        ("1e3", "%", ""),
        ("07", "", ""),
    ],
)
def test_number_formats_write_what_the_author_wrote(written: str, unit: str, expected: str) -> None:
    assert number_format(written, unit) == expected


def test_a_unit_stands_once() -> None:
    data = {"arm": ["A", "B"], "days": [3, 4]}
    assert [r.text for r in records(make("bar", data, "arm", "days", unit="days"))] == [
        "3\u00a0days",
        "4\u00a0days",
    ]
    titled = make("bar", data, "arm", "days", unit="days", y_title="Median, days")
    assert [r.text for r in records(titled)] == ["3", "4"]


def test_long_data_are_split_and_gaps_stay() -> None:
    chart = make(
        "grouped-bar", {"year": [1, 1, 2], "arm": ["A", "B", "A"], "n": [5, 6, 7]}, "year", "n", series="arm"
    )
    categories, series = category_series(chart, style())
    assert categories == ("1", "2")
    assert {one.name: [p.value for p in one.points] for one in series} == {"A": [5, 7], "B": [6, None]}


def test_rows_of_one_name_are_two_categories() -> None:
    chart = make("bar", {"arm": ["A", "A"], "n": [5, 6]}, "arm", "n")
    categories, series = category_series(chart, style())
    assert categories == ("A", "A")
    assert [point.value for point in series[0].points] == [5, 6]


def test_highlighted_values_have_the_accent_colour() -> None:
    chart = make("bar", SEVERE_CRS, "trial", "pct", highlight=("ELIANA",))
    _, (series,) = category_series(chart, style())
    accented = [index for index, point in enumerate(series.points) if point.paint == style().accent]
    assert accented == [SEVERE_CRS["trial"].index("ELIANA")]


def test_an_interval_needs_both_bounds() -> None:
    data = {"arm": ["A", "B"], "v": [5, 6], "lo": [4, None], "hi": [6, 7]}
    _, (series,) = category_series(make("bar", data, "arm", "v", error=("lo", "hi")), style())
    assert [(point.low, point.high) for point in series.points] == [(4, 6), (None, None)]
