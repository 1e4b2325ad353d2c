"""Axes: ticks worked out by hand, and what must hold for any values."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.resolve.charts.log_scale import log_axis
from builder.resolve.charts.scale import along, fixed_axis, formatted, nice_axis, share, tick_text, ticks

NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: float(f"{value:.4g}"))


@pytest.mark.parametrize(
    ("values", "most", "zero_based", "expected"),
    [
        ([0, 58.6], 6, True, (0, 60, 20)),
        ([0, 100], 6, True, (0, 100, 20)),
        ([30.4, 48.4], 6, True, (0, 50, 10)),
        ([0, 97.5], 3, True, (0, 100, 50)),
        ([1, 7], 6, True, (0, 8, 2)),
        ([0.02, 0.09], 6, True, (0, 0.1, 0.02)),
        ([-12, 30], 6, True, (-20, 30, 10)),
        ([-30, -5], 6, True, (-30, 0, 10)),
        ([48, 82], 6, False, (40, 90, 10)),
        ([10, 82], 6, False, (0, 100, 20)),
        ([11, 256], 6, False, (0, 300, 100)),
        ([12_000, 48_000], 6, True, (0, 50_000, 10_000)),
        ([0, 0], 6, True, (0, 1, 0.2)),
        ([0, 0.7], 4, True, (0, 0.75, 0.25)),
        ([], 6, True, (0, 1, 0.2)),
    ],
)
def test_axes_end_on_round_numbers(
    values: list[float], most: int, zero_based: bool, expected: tuple[float, float, float]
) -> None:
    axis = nice_axis(values, most, zero_based)
    assert (axis.minimum, axis.maximum, axis.step) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("low", "high", "most", "step"),
    [(0, 100, 6, 20), (0, 100, 4, 50), (0, 60, 6, 20), (0, 90, 6, 20), (20, 80, 6, 20), (0, 7, 6, 2)],
)
def test_the_authors_range_rules(low: float, high: float, most: int, step: float) -> None:
    axis = fixed_axis(low, high, most)
    assert (axis.minimum, axis.maximum, axis.step) == (low, high, step)


@given(st.lists(NUMBERS, min_size=1, max_size=20), st.integers(2, 12), st.booleans())
def test_any_values_are_covered(values: list[float], most: int, zero_based: bool) -> None:
    axis = nice_axis(values, most, zero_based)
    shown = ticks(axis)
    slack = axis.step * 1e-6
    assert axis.minimum - slack <= min(values)
    assert max(values) <= axis.maximum + slack
    assert 2 <= len(shown) <= max(most, 3)
    assert shown[-1] == pytest.approx(axis.maximum, abs=slack)
    mantissa = axis.step / 10 ** math.floor(math.log10(axis.step) + 1e-9)
    assert any(mantissa == pytest.approx(nice) for nice in (1, 2, 2.5, 5))
    if zero_based:
        assert axis.minimum <= 0 <= axis.maximum


@pytest.mark.parametrize(
    ("values", "unit", "expected"),
    [
        ([0, 100], "%", ["0%", "20%", "40%", "60%", "80%", "100%"]),
        ([0, 0.09], "", ["0.00", "0.02", "0.04", "0.06", "0.08", "0.10"]),
        ([-12, 30], "", ["−20", "−10", "0", "10", "20", "30"]),
        ([0, 48_000], "", ["0", "10,000", "20,000", "30,000", "40,000", "50,000"]),
    ],
)
def test_tick_texts(values: list[float], unit: str, expected: list[str]) -> None:
    axis = formatted(nice_axis(values, 6, True), unit)
    assert [tick_text(axis, value) for value in ticks(axis)] == expected


@pytest.mark.parametrize(
    ("values", "unit", "expected"),
    [([0, 100], "%", '0"%"'), ([0, 0.09], "", "0.00"), ([-12, 30], "", '0;"−"0'), ([0, 48_000], "", "#,##0")],
)
def test_number_formats(values: list[float], unit: str, expected: str) -> None:
    assert formatted(nice_axis(values, 6, True), unit).number_format == expected


def test_places_on_an_axis() -> None:
    axis = nice_axis([0, 58.6], 6, True)
    assert share(axis, 30) == 0.5
    assert share(axis, 80) == 1.0
    assert along(axis, 15, 1000, 2000) == 1250
    assert along(axis, 15, 2000, 1000) == 1750


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([0.52, 0.89, 1.0], ["0.5", "1"]),
        ([0.3, 3.0], ["0.25", "0.5", "1", "2", "4"]),
        ([0.5, 8.0], ["0.5", "1", "2", "4", "8"]),
        ([0.04, 35.0], ["0.01", "0.1", "1", "10", "100"]),
        ([1.0], ["1", "2"]),
        ([0.0002, 4000.0], ["0.0001", "0.01", "1", "100", "10000"]),
    ],
)
def test_logarithmic_axes_end_on_powers_and_show_1(values: list[float], shown: list[str]) -> None:
    axis = log_axis(values)
    assert [tick_text(axis, value) for value in ticks(axis)] == shown


def test_equal_ratios_are_equally_far_apart() -> None:
    axis = log_axis([0.25, 4.0])
    assert [share(axis, value) for value in (0.25, 0.5, 1, 2, 4)] == pytest.approx([0, 0.25, 0.5, 0.75, 1])
    assert share(axis, 0.1) == 0
    assert share(axis, 20) == 1


@given(st.lists(st.floats(1e-6, 1e6), min_size=1, max_size=20))
def test_any_ratios_are_covered(values: list[float]) -> None:
    axis = log_axis(values)
    assert axis.minimum <= min(values) * (1 + 1e-6)
    assert max(values) <= axis.maximum * (1 + 1e-6)
    assert 2 <= len(ticks(axis)) <= 7
