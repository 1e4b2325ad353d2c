"""The arithmetic of shares: which percentages a count can give, by the rules of rounding."""

from __future__ import annotations

import math


def decimals_of(number: str) -> int:
    """Return how many decimals a number is written with."""
    return len(number.partition(".")[2])


def rounds_to(exact: float, written: str) -> bool:
    """Return whether `exact` is `written`, rounded half up or half to even, to its decimals."""
    half = 0.5 * 10.0 ** -decimals_of(written)
    return abs(exact - float(written)) <= half * (1 + 1e-9)


def show_share(count: float, total: float, decimals: int) -> str:
    """Return the share in percent as it is to be written."""
    scale = 10**decimals
    return f"{math.floor(count / total * 100 * scale + 0.5) / scale:.{decimals}f}"


def is_possible(percent: str, total: int) -> bool:
    """Return whether some count out of `total` gives `percent`."""
    if float(percent) > 100:
        return False
    nearest = float(percent) / 100 * total
    return any(
        0 <= count <= total and rounds_to(count / total * 100, percent)
        for count in (math.floor(nearest), math.ceil(nearest))
    )


def is_share_of_something(percent: str, count: int, largest: int = 100_000) -> bool:
    """Return whether `count` is `percent` of any total up to `largest`."""
    share = float(percent)
    if share <= 0:
        return count == 0
    nearest = count / share * 100
    return any(
        count <= total <= largest and rounds_to(count / total * 100, percent)
        for total in range(max(1, math.floor(nearest) - 2), math.ceil(nearest) + 3)
    )
