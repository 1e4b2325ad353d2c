"""A terminal shows the stage, and of long work how long it still takes; a pipe shows nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from builder.cli.progress import Estimate, describe
from builder.pipeline.log import Progress
from tests.cli.conftest import ROOT


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_what_is_left_follows_from_what_was_done() -> None:
    clock = Clock()
    estimate = Estimate(clock)
    assert estimate.left_s(0.0) is None
    clock.now += 1
    assert estimate.left_s(0.02) is None, "too early to say"
    clock.now += 9
    assert estimate.left_s(0.1) == pytest.approx(90)
    clock.now += 10
    assert estimate.left_s(0.5) == pytest.approx(20), "faster than it was"
    clock.now += 20
    assert estimate.left_s(1.0) == 0


def test_work_that_began_before_anyone_watched_counts_from_there() -> None:
    clock = Clock()
    estimate = Estimate(clock)
    estimate.left_s(0.5)
    clock.now += 10
    assert estimate.left_s(0.75) == pytest.approx(10)


def test_nothing_is_said_of_short_work() -> None:
    clock = Clock()
    estimate = Estimate(clock)
    estimate.left_s(0.0)
    clock.now += 3
    assert estimate.left_s(0.5) is None
    clock.now += 1
    assert estimate.left_s(0.3) is not None, "it takes longer than it seemed"


@pytest.mark.parametrize(
    ("left_s", "words"),
    [(1, "10 s"), (41, "50 s"), (90, "90 s"), (91, "2 min"), (121, "2.5 min"), (3600, "60 min")],
)
def test_what_is_left_is_rounded_up(left_s: float, words: str) -> None:
    said = describe(Progress(1200, 1400, 0.5), "slide", left_s)
    assert said == f"slide 1,200 of about 1,400, about {words} left"


@pytest.mark.render
@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX's")
def test_a_short_build_shows_its_stages_and_no_estimate_and_a_pipe_nothing(small: Path) -> None:
    command = [sys.executable, "-m", "builder", "build", "--force", str(small / "content" / "small.yaml")]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    ours, theirs = os.openpty()
    with subprocess.Popen(command, cwd=small, env=env, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        shown = _read(ours)
    os.close(ours)
    assert process.returncode == 0
    assert "lay out, briefing" in shown
    assert " left" not in shown
    piped = subprocess.run(command, cwd=small, env=env, capture_output=True, text=True, check=True)
    assert "lay out" not in piped.stdout + piped.stderr


def _read(terminal: int) -> str:
    """Return all that is written to a terminal, but for its colours, until nobody has it open (an error on Linux)."""
    said = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            part = b""
        if not part:
            return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said.decode(errors="replace"))
        said += part
