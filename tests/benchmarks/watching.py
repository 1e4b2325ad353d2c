"""How long `diptych watch` takes from the save of a file until both outputs are in their places."""

from __future__ import annotations

import hashlib
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measure import ENVIRONMENT, Command, Cost, medians

WAITS = b"waiting for changes"
"""What it says, on standard error, when everything is in its place."""

Edit = Callable[[str, int], str]


def watch(
    content: Path, output: Path, edits: dict[str, Edit], rounds: int, program: Command
) -> dict[str, Cost]:
    """Return the medians of `rounds` rounds of each edit; an edit gets the content and the number of the round."""
    original = content.read_text("utf-8")
    record = output / f"{content.stem}.build.json"
    costs: dict[str, list[Cost]] = {name: [] for name in edits}
    command = [*program, content, "-o", output]
    with subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        try:
            _wait(process, record, original)
            for number in range(rounds):
                for name, edit in edits.items():
                    text = edit(original, number)
                    used, start = _cpu_seconds(process.pid), time.perf_counter()
                    content.write_text(text, "utf-8")
                    _wait(process, record, text)
                    cost = Cost(time.perf_counter() - start, _cpu_seconds(process.pid) - used)
                    costs[name].append(cost)
        finally:
            process.kill()
    return {name: medians(found) for name, found in costs.items()}


def _wait(process: subprocess.Popen[bytes], record: Path, text: str) -> None:
    """Read what the program says until it waits again, after a build of `text`: a save may start more than one."""
    wanted = hashlib.sha256(text.encode()).hexdigest().encode()
    assert process.stderr is not None
    for line in process.stderr:
        if WAITS in line and wanted in record.read_bytes():
            return
    raise RuntimeError("diptych watch has ended")


def _cpu_seconds(pid: int) -> float:
    """Return the CPU seconds of a process and of those that it has waited for (Linux); 0 elsewhere."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.is_file():
        return 0.0
    fields = stat.read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
