"""Work in a process of its own, so that both cores of a small machine have something to do.

Where processes cannot be forked safely (Windows; macOS, whose libraries do not survive it), there is none, and things
are done one after the other.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Generic, NoReturn, TypeVar

from builder.errors import DiptychError, killed
from builder.pipeline.log import StageCrash
from builder.pipeline.pipes import pipe, receive_from, send

R = TypeVar("R")

CAN_FORK = sys.platform == "linux" and (os.cpu_count() or 1) > 1
PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that this process gets when its parent ends."""

WHERE = "the process of an output"


@dataclass(frozen=True, slots=True)
class _Failure:
    """An exception as it travels between processes; `report` is its traceback."""

    error: DiptychError
    report: str


@dataclass(frozen=True, slots=True)
class _Answer(Generic[R]):
    """A result as it travels between processes."""

    value: R


class Branch(Generic[R]):
    """A running process that will have a result."""

    def __init__(self, pid: int, results: BinaryIO) -> None:
        self.pid = pid
        self._results = results

    def has_answered(self) -> bool:
        """Return whether there is a result, or the beginning of one."""
        return bool(select.select([self._results], [], [], 0)[0])

    def result(self) -> R:
        """Wait for the result and return it.

        Raises:
            DiptychError: what the process raised. MissingSoftware: it was killed, or stands still.
            StageCrash: it ended without a word.
        """
        answer: _Answer[R] | _Failure | None = receive_from(self.pid, self._results)
        if answer is None:
            raise self._find_end()
        if isinstance(answer, _Failure):
            if isinstance(answer.error, StageCrash):
                answer.error.report = answer.report
            raise answer.error
        return answer.value

    def _find_end(self) -> DiptychError:
        """Return why the process ended without a result; it stays to be waited for."""
        end = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)
        if end is not None and end.si_code == os.CLD_KILLED and end.si_status == signal.SIGKILL:
            return killed()
        return StageCrash(WHERE, "it ended without a result")

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._results.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


@contextlib.contextmanager
def branch(work: Callable[[], R]) -> Iterator[Branch[R]]:
    """Run `work` in a process of its own, which begins with all that this one has loaded and knows."""
    reader, writer = pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        _end_with(parent)
        reader.close()
        _serve(writer, work)
    writer.close()
    running: Branch[R] = Branch(pid, reader)
    try:
        yield running
    finally:
        running.end()


def _end_with(parent: int) -> None:
    """Have the system end this process when the one it was forked from ends, however that may be (Linux)."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)  # it ended before it could be asked for


def _serve(results: BinaryIO, work: Callable[[], R]) -> NoReturn:
    """Work and end this process without any of the clean-up that belongs to the one it was forked from."""
    try:
        answer: _Answer[R] | _Failure
        try:
            answer = _Answer(work())
        except DiptychError as error:
            answer = _Failure(error, traceback.format_exc())
        except Exception:
            answer = _Failure(StageCrash(WHERE, ""), traceback.format_exc())
        send(results, answer)
    finally:
        os._exit(0)
