"""What was measured as tables: on the terminal in full, in README.md as multiples of what pandoc takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.benchmarks.measure import Cost

PANDOC = "pandoc, both outputs"
COLD = "diptych, both outputs"

SHARES = {
    "cold": COLD,
    "unchanged": "diptych, nothing changed",
    "watch: text": "watch, a word in the text and on a slide",
    "watch: notes": "watch, a word in the notes",
}
"""The columns of README.md with multiples of pandoc's seconds, and of its CPU seconds, and what they are of."""

COLUMNS = (*SHARES, "memory, pandoc's", "pandoc, s")

Costs = Mapping[str, Cost]


def as_text(costs: Costs) -> str:
    """Return every measure, and its multiple of pandoc's in seconds and in CPU seconds."""
    base = costs.get(PANDOC)
    lines = [f"{'':<44}{'seconds':>9}{'CPU s':>9}{'MB':>7}{'of pandoc':>11}{'in CPU s':>10}"]
    for name, cost in costs.items():
        memory = "" if cost.memory_mb is None else f"{cost.memory_mb:.0f}"
        shares = ("", "")
        if base:
            shares = (f"{cost.seconds / base.seconds:.2f}", f"{cost.cpu_seconds / base.cpu_seconds:.2f}")
        lines.append(
            f"{name:<44}{cost.seconds:>9.2f}{cost.cpu_seconds:>9.2f}{memory:>7}{shares[0]:>11}{shares[1]:>10}"
        )
    return "\n".join(lines)


def as_readme(sizes: Mapping[int, Costs], before: str = "") -> str:
    """Return the table for README.md, a row for each size; a dash stands for what was not measured.

    Rows of other sizes are those of the table `before`, if it has the same columns.
    """
    head = [_row("`make bench`: of pandoc's (CPU time)", COLUMNS), f"|---|{'---|' * len(COLUMNS)}"]
    old = before.splitlines()
    rows = {int(row.split()[1][1:]): row for row in old[2:]} if old[:2] == head else {}
    for size, costs in sizes.items():
        shares = (_share(costs, name) for name in SHARES.values())
        rows[size] = _row(f"x{size}", (*shares, _memory(costs), _seconds(costs)))
    return "\n".join((*head, *(rows[size] for size in sorted(rows)))) + "\n"


def _row(name: str, cells: Iterable[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def _share(costs: Costs, name: str) -> str:
    if name not in costs or PANDOC not in costs:
        return "–"
    cost, base = costs[name], costs[PANDOC]
    return f"{cost.seconds / base.seconds:.2f} ({cost.cpu_seconds / base.cpu_seconds:.2f})"


def _memory(costs: Costs) -> str:
    found = [costs[name].memory_mb if name in costs else None for name in (COLD, PANDOC)]
    return ", ".join("–" if memory is None else f"{memory:.0f} MB" for memory in found)


def _seconds(costs: Costs) -> str:
    return f"{costs[PANDOC].cpu_seconds:.1f}" if PANDOC in costs else "–"
