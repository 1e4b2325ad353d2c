"""Builds that are killed, and what they leave: `python -m tests.torture.kills NUMBER FOLDER`."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import ROOT

STEM = "small"
CONTENT = """\
title: A small talk
date: 2026-01-15
sections:
  - title: Methods
    headline: We counted {count} times and found the same number
    content:
      - text: Counting was done by {count} people who did not know of each other.
      - points: [The first count gave {count}, The second count gave {count} as well]
"""


def write_content(project: Path, count: int) -> None:
    (project / "content").mkdir(parents=True, exist_ok=True)
    (project / "content" / f"{STEM}.yaml").write_text(CONTENT.format(count=count), encoding="utf-8")


def start(project: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "builder", "build"],
        cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip


def find_damage(project: Path, *, at_rest: bool) -> str:
    """Return what is wrong with the outputs; empty where they are one whole pair, those of the record in place.

    Not `at_rest`, as a killed build leaves them, some may be in place while a journal waits for the next run.
    """
    folder = project / "output"
    if not at_rest and (folder / f".{STEM}.publish.json").exists():
        return ""
    record = json.loads((folder / f"{STEM}.build.json").read_bytes())
    for name, facts in record["outputs"].items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != facts["sha256"]:
            return f"{name} is not that of the record"
    ours = {f"{STEM}.{suffix}" for suffix in ("pdf", "pptx", "build.json")}
    left = {path.name for path in folder.iterdir()} - ours
    return f"{sorted(left)} is left" if at_rest and left else ""


def kill_at_random(project: Path, number: int, seed: int = 0) -> list[str]:
    """Kill a build `number` times, each at another moment, and after every fourth let one end; return what is wrong."""
    chance = random.Random(seed)
    write_content(project, 0)
    began = time.monotonic()
    start(project).communicate()
    takes = time.monotonic() - began
    damage: list[str] = []
    for count in range(1, number + 1):
        write_content(project, count)
        process = start(project)
        try:
            process.wait(chance.uniform(0, 1.1) * takes)
        except subprocess.TimeoutExpired:
            process.send_signal(chance.choice((signal.SIGKILL, signal.SIGTERM)))
        process.communicate()
        damage.append(find_damage(project, at_rest=False))
        if count % 4 == 0:
            done = start(project)
            error = done.communicate()[1].decode()
            damage.append(error if done.returncode else find_damage(project, at_rest=True))
    return [fault for fault in damage if fault]


if __name__ == "__main__":
    faults = kill_at_random(Path(sys.argv[2]), int(sys.argv[1]), seed=int(time.time()))
    print(json.dumps({"kills": int(sys.argv[1]), "findings": faults}))
    sys.exit(bool(faults))
