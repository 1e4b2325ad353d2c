"""The alternative text of a chart says what the data say."""

from dataclasses import replace
from typing import Any

from builder.resolve.charts.description import describe
from tests.resolve.charts.samples import make


def described(alt: str, data: dict[str, list[Any]], y: str | tuple[str, ...] = "rate", **more: Any) -> str:
    return describe(replace(make("bar", data, "arm", y, **more), alt=alt))


def test_text_without_numbers_is_followed_by_the_values() -> None:
    data = {"arm": ["A", "B"], "rate": [40, -2.5]}
    assert described("Bars for CD19.", data, unit="%") == "Bars for CD19. Data: A: 40%; B: −2.5%."


def test_series_and_intervals_are_named() -> None:
    data = {"arm": ["A", "A"], "rate": [4, 6], "low": [1, 2], "high": [9, 10], "kind": ["x", "y"]}
    text = described("Two bars", data, series="kind", error=("low", "high"))
    assert text == "Two bars. Data: x, A: 4 (1 to 9); y, A: 6 (2 to 10)."


def test_many_values_are_given_as_their_range() -> None:
    data = {"arm": [f"arm number {index}" for index in range(40)], "rate": list(range(40))}
    assert described("Rising bars.", data) == (
        "Rising bars. Data: 40 values, lowest arm number 0: 0; highest arm number 39: 39."
    )


def test_text_that_gives_numbers_stays_as_it_is() -> None:
    assert described("A has 40 percent.", {"arm": ["A"], "rate": [40]}) == "A has 40 percent."


def test_without_an_author_there_is_no_text() -> None:
    assert described("", {"arm": ["A"], "rate": [40]}) == ""
