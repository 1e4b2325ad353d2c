"""The table in README.md has a row for each size that was ever measured, each with its last figures."""

from __future__ import annotations

from tests.benchmarks.measure import Cost
from tests.benchmarks.table import COLD, PANDOC, as_readme


def costs(cold_s: float) -> dict[str, Cost]:
    return {COLD: Cost(cold_s / 2, cold_s, 300.4), PANDOC: Cost(10.0, 10.0, 200.0)}


def test_rows_of_other_sizes_stay_and_those_of_the_same_are_replaced() -> None:
    first = as_readme({1: costs(20.0), 100: costs(15.0)})
    rows = as_readme({10: costs(18.0), 100: costs(9.0)}, first).splitlines()
    assert rows[:3] == first.splitlines()[:3]
    assert rows[3] == "| x10 | 0.90 (1.80) | – | – | – | 300 MB, 200 MB | 10.0 |"
    assert rows[4] == "| x100 | 0.45 (0.90) | – | – | – | 300 MB, 200 MB | 10.0 |"
    assert len(rows) == 5


def test_a_table_with_other_columns_is_written_anew() -> None:
    assert as_readme({10: costs(18.0)}, "| other | columns |\n|---|---|\n| x1 | 3 |\n").count("\n") == 3
