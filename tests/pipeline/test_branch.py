"""A process of its own gives its result, or says what went wrong, and never outlives its use."""

from __future__ import annotations

import os

import pytest

from builder.errors import ExitCode, MissingSoftware
from builder.pipeline.branch import branch
from builder.pipeline.log import RunLog, StageCrash
from builder.pipeline.stages import WRITE

pytestmark = pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="only Linux has these processes")


def nothing() -> None:
    return None


def test_a_job_is_done_in_another_process() -> None:
    def work(job: int) -> tuple[int, int]:
        return job * 2, os.getpid()

    with branch(nothing, work) as running:
        running.give(21)
        value, pid = running.result()
    assert value == 42
    assert pid != os.getpid()
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, 0)


def test_what_it_lacks_is_said_as_if_it_were_here() -> None:
    def lack() -> None:
        raise MissingSoftware("Pango is not installed", "install it")

    with branch(lack, str) as running:
        running.give(1)
        with pytest.raises(MissingSoftware) as caught:
            running.result()
    assert caught.value.help == "install it"
    assert caught.value.exit_code is ExitCode.MISSING_SOFTWARE


def test_a_bug_in_it_carries_its_stage_and_traceback() -> None:
    def work(job: int) -> None:
        with RunLog().stage(WRITE):
            raise ZeroDivisionError(job)

    with branch(nothing, work) as running:
        running.give(1)
        with pytest.raises(StageCrash) as caught:
            running.result()
    assert caught.value.stage == "6 write"
    assert "ZeroDivisionError: 1" in caught.value.report


def test_a_process_that_dies_is_noticed() -> None:
    def work(job: int) -> None:
        os.abort()

    with branch(nothing, work) as running:
        running.give(1)
        with pytest.raises(StageCrash, match="without a result"):
            running.result()


def test_a_job_that_never_comes_leaves_no_process() -> None:
    with branch(nothing, str) as running:
        pid = running.pid
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, 0)
