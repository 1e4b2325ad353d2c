"""How long `diptych watch` takes from the save of a file until both outputs are in their places."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measure import Command, Cost, medians

WAITS = b"waiting for changes"
"""What it says, on standard error, when everything is in its place."""

Edit = Callable[[str, int], str]


def watch(command: Command, content: Path, edits: dict[str, Edit], rounds: int) -> dict[str, Cost]:
    """Return the medians of `rounds` rounds of each edit; an edit gets the content and the number of the round."""
    original = content.read_text("utf-8")
    costs: dict[str, list[Cost]] = {name: [] for name in edits}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            _wait(process)
            for number in range(rounds):
                for name, edit in edits.items():
                    costs[name].append(_cost_of(process, content, edit(original, number)))
        finally:
            process.kill()
    return {name: medians(found) for name, found in costs.items()}


def _cost_of(process: subprocess.Popen[bytes], content: Path, text: str) -> Cost:
    used, start = _cpu_seconds(process.pid), time.perf_counter()
    content.write_text(text, "utf-8")
    _wait(process)
    return Cost(time.perf_counter() - start, _cpu_seconds(process.pid) - used)


def _wait(process: subprocess.Popen[bytes]) -> None:
    """Read what the program says until it waits again."""
    assert process.stderr is not None
    for line in process.stderr:
        if WAITS in line:
            return
    raise RuntimeError("diptych watch has ended")


def _cpu_seconds(pid: int) -> float:
    """Return the CPU seconds of a process and of those that it has waited for (Linux); 0 elsewhere."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.is_file():
        return 0.0
    fields = stat.read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
