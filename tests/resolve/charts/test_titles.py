"""Titles and units: each said once, and none lost."""

import pytest

from builder.resolve.charts.drawing import TextRole
from builder.resolve.charts.titles import unit_at_values, value_title
from tests.resolve.charts.samples import CHARTS, make, plan

DATA = {"arm": ["A", "B"], "days": [3, 4], "lo": [2, 3], "hi": [4, 5]}


@pytest.mark.parametrize(
    ("kind", "titles", "expected"),
    [
        ("horizontal-bar", {"x_title": "Median, days"}, "Median, days"),
        ("horizontal-bar", {"y_title": "Median, days"}, "Median, days"),
        ("horizontal-bar", {"y_title": "Median, days", "x_title": "Arm"}, "Median, days · Arm"),
        ("bar", {"x_title": "Arm"}, ""),
        ("pie", {"x_title": "Arm"}, "Arm"),
        ("line", {"unit": "days"}, "days"),
        ("line", {"unit": "%"}, ""),
        ("bar", {"unit": "days"}, ""),
    ],
)
def test_titles_of_values(kind: str, titles: dict[str, str], expected: str) -> None:
    assert value_title(make(kind, DATA, "arm", "days", **titles)) == expected


def test_a_unit_in_the_title_is_not_repeated_at_values() -> None:
    assert unit_at_values(make("bar", DATA, "arm", "days", unit="days")) == "days"
    assert (
        unit_at_values(make("horizontal-bar", DATA, "arm", "days", unit="days", x_title="Median, days")) == ""
    )
    assert unit_at_values(make("bar", DATA, "arm", "days", unit="%", y_title="Patients, %")) == "%"


def test_a_percent_sign_in_the_title_leaves_the_ticks_bare() -> None:
    found = plan(CHARTS["forest"])
    assert [text.text for text in found.texts if text.role is TextRole.TICK] == ["0", "20", "40", "60"]


@pytest.mark.parametrize(
    "kind", ["bar", "line", "area", "scatter", "horizontal-bar", "forest", "stacked-bar"]
)
def test_both_titles_are_shown(kind: str) -> None:
    data = {"arm": [1, 2, 3], "days": [3, 4, 5], "lo": [2, 3, 4], "hi": [4, 5, 6]}
    found = plan(make(kind, data, "arm", "days", error=("lo", "hi"), x_title="Axis", y_title="Values"))
    shown = " ".join(text.text for text in found.texts)
    assert "Axis" in shown
    assert "Values" in shown
