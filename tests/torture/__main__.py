"""`make torture`: killed builds, full disks, hostile projects and fuzzing; ends with 1 if anything was found."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import ROOT

SECONDS_A_MINUTE = 60
DISKS = ("tests/pipeline/test_disks.py", "tests/pipeline/test_publish.py", "tests/cli/test_processes.py")


def run_kills(number: int, folder: Path) -> bool:
    print(f"{number} builds killed at random moments", flush=True)
    command = [sys.executable, "-m", "tests.torture.kills", str(number), str(folder / "kills")]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def run_disks() -> bool:
    print("disks that are full or read-only, builds that are interrupted, two at once", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", *DISKS]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def run_corpus() -> bool:
    print("all hostile projects", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", "tests/hostile"]
    return (
        subprocess.run(command, cwd=ROOT, env={**os.environ, "HOSTILE_EVERY": "1"}, check=False).returncode
        == 0
    )


def run_fuzzing(minutes: float, folder: Path) -> bool:
    """Fuzz all targets; a process that dies is a finding, whose input is the file `last`."""
    print(f"fuzzing for {minutes:g} minutes; findings in {folder / 'fuzz'}", flush=True)
    (folder / "fuzz").mkdir(parents=True)
    seconds = str(round(minutes * SECONDS_A_MINUTE))
    command = [sys.executable, "-m", "tests.torture.fuzz", seconds, str(folder / "fuzz")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        print(f"the process ended with {done.returncode}: {done.stderr[-2000:]}")
        return False
    summary = json.loads(lines[-1])
    for name, count in sorted(summary["inputs"].items()):
        print(f"  {name:<10} {count:>7,} inputs, the slowest {summary['slowest_s'][name]} s")
    print(f"  {sum(summary['inputs'].values()):,} inputs, {len(summary['findings'])} findings")
    for kind, file in summary["findings"].items():
        print(f"  {file}: {kind}")
    return not summary["findings"]


def main() -> int:
    parser = argparse.ArgumentParser(prog="make torture")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--kills", type=int, default=100)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="torture-"))
    (folder / "kills").mkdir()
    passed = [
        run_kills(options.kills, folder),
        run_disks(),
        run_corpus(),
        run_fuzzing(options.minutes, folder),
    ]
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
