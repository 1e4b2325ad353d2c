"""Builds that are interrupted, killed or run twice at once leave whole pairs of files and no processes."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.errors import ExitCode
from tests.cli.conftest import ROOT, SMALL

pytestmark = [
    pytest.mark.render,
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's"),
]


def start(*args: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "builder", *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )


def let_run(process: subprocess.Popen[str], seconds: float) -> None:
    """Wait while the program works; what it is given must take it longer on any machine."""
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(seconds)


@pytest.fixture
def long_work(built: Path) -> Path:
    """A project that has been built once, and whose content has since become a hundred times as long."""
    sections = SMALL.partition("sections:\n")[2]
    (built / "content" / "small.yaml").write_text(SMALL + sections * 100, encoding="utf-8")
    return built


def group_is_gone(group: int) -> bool:
    """Return whether no process of the group runs; one that has ended and is not yet waited for does not."""
    return not any(int(pgrp) == group and state != "Z" for state, _, pgrp, *_ in _states())


def _states() -> Iterator[list[str]]:
    for file in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
            yield file.read_text().rpartition(")")[2].split()


def assert_whole(project: Path) -> None:
    """Assert that the outputs are those that the record in place knows, and that nothing else lies about."""
    folder = project / "output"
    record = json.loads((folder / "small.build.json").read_bytes())
    for name, facts in record["outputs"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == facts["sha256"]
    assert {path.name for path in folder.iterdir()} == {"small.pdf", "small.pptx", "small.build.json"}


def test_an_interruption_ends_at_once_and_quietly(long_work: Path) -> None:
    before = (long_work / "output" / "small.pdf").read_bytes()
    process = start("build")
    let_run(process, 0.7)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == ExitCode.INTERRUPTED
    assert (out.strip(), err.strip()) == ("", "")
    assert (long_work / "output" / "small.pdf").read_bytes() == before
    assert_whole(long_work)
    assert group_is_gone(process.pid)


def test_two_builds_at_once_do_not_mix(small: Path) -> None:
    processes = [start("build") for _ in range(2)]
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [ExitCode.OK, ExitCode.OK]
    assert_whole(small)


@pytest.mark.parametrize("seconds", [0.5, 1.2])
def test_a_build_that_is_killed_leaves_what_the_next_one_can_use(
    run_process, long_work: Path, seconds: float
) -> None:
    process = start("build")
    let_run(process, seconds)
    process.kill()
    process.communicate(timeout=20)
    assert_whole(long_work)
    (long_work / "content" / "small.yaml").write_text(SMALL.replace("twice", "two times"), encoding="utf-8")
    done = run_process("build")
    assert done.returncode == ExitCode.OK, done.stderr
    assert_whole(long_work)
    assert group_is_gone(process.pid), "a process of the killed build lives on"
