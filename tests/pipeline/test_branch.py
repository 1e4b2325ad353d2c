"""A process of its own gives its result, or says what went wrong, and never outlives its use."""

from __future__ import annotations

import os
import signal

import pytest

from builder.errors import ExitCode, MissingSoftware
from builder.pipeline.branch import CAN_FORK, branch
from builder.pipeline.log import RunLog, StageCrash
from builder.pipeline.stages import WRITE

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="only Linux has these processes")


def test_work_is_done_in_another_process() -> None:
    number = 21

    def work() -> tuple[int, int]:
        return number * 2, os.getpid()

    with branch(work) as running:
        value, pid = running.result()
    assert value == 42
    assert pid != os.getpid()
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, 0)


def test_whether_it_has_answered_can_be_asked() -> None:
    reader, writer = os.pipe()

    def work() -> bytes:
        return os.read(reader, 1)

    with branch(work) as running:
        assert not running.has_answered()
        os.write(writer, b"!")
        os.waitid(os.P_PID, running.pid, os.WEXITED | os.WNOWAIT)
        assert running.has_answered()
        assert running.result() == b"!"
    os.close(reader)
    os.close(writer)


def test_what_it_lacks_is_said_as_if_it_were_here() -> None:
    def lack() -> None:
        raise MissingSoftware("Pango is not installed", "install it")

    with branch(lack) as running, pytest.raises(MissingSoftware) as caught:
        running.result()
    assert caught.value.help == "install it"
    assert caught.value.exit_code is ExitCode.MISSING_SOFTWARE


def test_a_bug_in_it_carries_its_stage_and_traceback() -> None:
    def work() -> None:
        with RunLog().stage(WRITE):
            raise ZeroDivisionError(1)

    with branch(work) as running, pytest.raises(StageCrash) as caught:
        running.result()
    assert caught.value.stage == "7 write"
    assert "ZeroDivisionError: 1" in caught.value.report


def test_a_process_that_dies_is_noticed() -> None:
    with branch(os.abort) as running, pytest.raises(StageCrash, match="without a result"):
        running.result()


def test_a_result_that_nobody_asks_for_leaves_no_process() -> None:
    with branch(signal.pause) as running:
        pid = running.pid
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, 0)
