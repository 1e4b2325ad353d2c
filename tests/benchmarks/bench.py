"""Time both outputs of one content file, as it is and many times as long, beside pandoc's, Typst's and the floor.

Each round starts every program once, in turn, as a new process that writes into a new folder; medians of all rounds
count. What the others get as input is prepared before the clock starts, and so are the projects that were built before
and then edited. `--readme` writes multiples of pandoc's seconds, and of its CPU seconds, to README.md, where other
sizes stay as they are: the first tell something on a machine with nothing else to do, the second on any.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.contestants import BUILD, EDITS, Task, copy_project, prepare, prepare_cold
from tests.benchmarks.measure import Command, Cost, medians, run
from tests.benchmarks.multiply import multiply
from tests.benchmarks.table import as_readme, as_text
from tests.benchmarks.watching import watch
from tests.readme.render import README, fill


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("content", type=Path, help="content file")
    parser.add_argument("--runs", type=int, default=5, help="rounds that count, after one that does not")
    parser.add_argument(
        "--sizes", default="1", help="how many times as long: 1,10,100; beyond 1 in one round"
    )
    parser.add_argument(
        "--cold", action="store_true", help="beyond 1, only cold builds: this program's and pandoc's"
    )
    parser.add_argument("--readme", action="store_true", help="write the table to README.md")
    options = parser.parse_args()
    sizes: dict[int, Mapping[str, Cost]] = {}
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            sizes[size] = bench(
                options.content.resolve(),
                size,
                options.runs if size == 1 else 1,
                Path(folder),
                cold=options.cold and size > 1,
            )
        print(f"\n{options.content.name} x{size}, {os.cpu_count()} cores\n{as_text(sizes[size])}", flush=True)
    if options.readme:
        text = README.read_text("utf-8")
        before = text.partition("<!-- bench -->\n")[2].partition("<!--")[0]
        README.write_text(fill(text, {"bench": as_readme(sizes, before)}), "utf-8")


def bench(content: Path, size: int, rounds: int, folder: Path, *, cold: bool = False) -> Mapping[str, Cost]:
    """Return what everything takes on content `size` times as long, or only `cold` builds of it."""
    prepared = folder / "prepared"
    prepared.mkdir()
    source = copy_project(content, folder / "source")
    if size > 1:
        multiply(source, size, source)
    if cold:
        return measure(prepare_cold(source, prepared), folder, rounds, warm_up=False)
    costs = measure(prepare(source, prepared), folder, rounds, warm_up=size == 1)
    watched = copy_project(source, folder / "watched")
    program: Command = [BUILD[0], "watch"]
    return costs | watch(watched, folder / "watched" / "output", EDITS, rounds, program)


def measure(tasks: Mapping[str, Task], folder: Path, rounds: int, *, warm_up: bool) -> dict[str, Cost]:
    """Return the medians of each task; a round before the others warms the disk and does not count."""
    costs: dict[str, list[Cost]] = {name: [] for name in tasks}
    for number in range(rounds + warm_up):
        for position, (name, task) in enumerate(tasks.items()):
            out = folder / f"{number}-{position}"
            out.mkdir()
            first, *others = [run(command, folder / "prepared") for command in task(out)]
            costs[name].append(sum(others, first))
    return {name: medians(found[warm_up:]) for name, found in costs.items()}


if __name__ == "__main__":
    main()
