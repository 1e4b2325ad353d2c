"""What a run takes: seconds on the clock, CPU seconds of its processes, and the most memory that one of them had."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

Command = list[str | Path]

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Programs in Python are compiled once, as for everybody, and not anew in each run."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run, or the medians of several; None where it was not measured."""

    seconds: float
    cpu_seconds: float
    memory_mb: float | None = None

    def __add__(self, other: Cost) -> Cost:
        return Cost(
            self.seconds + other.seconds,
            self.cpu_seconds + other.cpu_seconds,
            max(self.memory_mb or 0, other.memory_mb or 0) or None,
        )


def run(command: Command, folder: Path) -> Cost:
    """Run a program in `folder`, and end with what it said if it fails."""
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{Path(command[0]).name} exited with {process.returncode}\n{said.decode()}")
    memory = used.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, memory)


def medians(costs: Sequence[Cost]) -> Cost:
    """Return the medians of several runs."""
    memory = [cost.memory_mb for cost in costs if cost.memory_mb is not None]
    return Cost(
        statistics.median(cost.seconds for cost in costs),
        statistics.median(cost.cpu_seconds for cost in costs),
        statistics.median(memory) if memory else None,
    )
