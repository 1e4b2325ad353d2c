"""Half of a build that is killed, or stands still, at any step of its work ends the other half with a word."""

from __future__ import annotations

import contextlib
import os
import signal
import time

import pytest

from builder.errors import MissingSoftware
from builder.pipeline import pipes
from builder.pipeline.branch import CAN_FORK, branch
from builder.pipeline.exchange import Swap, exchange

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="processes cannot be forked here")

STEPS = ("before it tells", "before it is told", "before its result", "")
MUCH = {str(number): number for number in range(200_000)}


def end_with(signal_number: int) -> None:
    os.kill(os.getpid(), signal_number)


def build_with_a_half_that_ends(at: str, signal_number: int) -> int:
    def work(swap: Swap[dict[str, int]]) -> int:
        if at == STEPS[0]:
            end_with(signal_number)
        if at == STEPS[1]:
            swap(Ending(signal_number))  # type: ignore[arg-type] # what is pickled after it is told in part
        theirs = swap(MUCH) or {}
        if at == STEPS[2]:
            end_with(signal_number)
        return len(theirs)

    with exchange(work) as running:
        running.swap(MUCH)
        return running.result()


class Ending:
    """What ends its process as soon as a part of it has been sent."""

    def __init__(self, signal_number: int) -> None:
        self.signal_number = signal_number

    def __reduce__(self) -> object:
        return dict, (Late(MUCH), Late(self.signal_number))


class Late:
    def __init__(self, value: object) -> None:
        self.value = value

    def __reduce__(self) -> object:
        if isinstance(self.value, int):
            end_with(self.value)
        return dict, (self.value,)


@pytest.mark.parametrize("at", STEPS[:-1])
def test_a_half_that_is_killed_is_told_as_a_lack_of_memory(at: str) -> None:
    with pytest.raises(MissingSoftware, match="killed"):
        build_with_a_half_that_ends(at, signal.SIGKILL)


@pytest.mark.parametrize("at", STEPS[:-1])
def test_a_half_that_stands_still_is_ended(at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipes, "STANDSTILL_S", 1)
    with pytest.raises(MissingSoftware, match="stood still for 1 seconds"):
        build_with_a_half_that_ends(at, signal.SIGSTOP)


def test_the_same_half_left_alone_ends_well() -> None:
    assert build_with_a_half_that_ends("", signal.SIGKILL) == len(MUCH)


def test_what_is_not_taken_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipes, "STANDSTILL_S", 1)
    reader, writer = pipes.pipe()
    with branch(signal.pause) as running, pytest.raises(MissingSoftware, match="stood still"):
        pipes.send_to(running.pid, writer, MUCH)
    reader.close()
    with contextlib.suppress(BrokenPipeError):
        writer.close()


def test_a_half_that_works_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipes, "STANDSTILL_S", 1)

    def work() -> int:
        start = time.process_time()
        while time.process_time() - start < 2.5:
            pass
        return 3

    with branch(work) as running:
        assert running.result() == 3
