"""A process of its own for one output, so that both are made at the same time.

It is started before stage 1 and loads its libraries while the content is read. Where processes cannot be forked
safely (Windows; macOS, whose libraries do not survive it), there is none, and the outputs are made one after the other.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import pickle
import signal
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Generic, NoReturn, TypeVar

from builder.errors import DiptychError
from builder.pipeline.log import StageCrash

J = TypeVar("J")
R = TypeVar("R")

CAN_FORK = hasattr(os, "memfd_create") and (os.cpu_count() or 1) > 1  # shared memory of this kind is Linux's
PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that this process gets when its parent ends."""

WHERE = "the process of an output"


@dataclass(frozen=True, slots=True)
class _Failure:
    """An exception as it travels between processes; `report` is its traceback."""

    error: DiptychError
    report: str


class Branch(Generic[J, R]):
    """A running process that waits for its job.

    The job lies in memory that both processes share, so that giving it waits for nobody; a byte says that it is there.
    """

    def __init__(self, pid: int, job: BinaryIO, bell: BinaryIO, results: BinaryIO) -> None:
        self.pid = pid
        self._job = job
        self._bell = bell
        self._results = results

    def give(self, job: J) -> None:
        """Send the job; a process that has failed meanwhile says so in its result."""
        pickle.dump(job, self._job, pickle.HIGHEST_PROTOCOL)
        self._job.flush()
        with contextlib.suppress(BrokenPipeError):
            self._bell.write(b"!")
            self._bell.flush()

    def result(self) -> R:
        """Wait for the result and return it.

        Raises:
            DiptychError: what the process raised. StageCrash: it ended without a word.
        """
        try:
            answer: R | _Failure = pickle.load(self._results)
        except EOFError:
            raise StageCrash(WHERE, "it ended without a result") from None
        if isinstance(answer, _Failure):
            if isinstance(answer.error, StageCrash):
                answer.error.report = answer.report
            raise answer.error
        return answer

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._job.close()
        self._results.close()
        with contextlib.suppress(BrokenPipeError):
            self._bell.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


@contextlib.contextmanager
def branch(warm_up: Callable[[], None], work: Callable[[J], R]) -> Iterator[Branch[J, R]]:
    """Run `work` on one job in a process of its own, which calls `warm_up` while it waits for the job."""
    job = os.fdopen(os.memfd_create("job"), "w+b")
    bell_reader, bell_writer = os.pipe()
    result_reader, result_writer = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        _end_with(parent)
        os.close(bell_writer)
        os.close(result_reader)
        _serve(job, bell_reader, os.fdopen(result_writer, "wb"), warm_up, work)
    os.close(bell_reader)
    os.close(result_writer)
    running: Branch[J, R] = Branch(pid, job, os.fdopen(bell_writer, "wb"), os.fdopen(result_reader, "rb"))
    try:
        yield running
    finally:
        running.end()


def _end_with(parent: int) -> None:
    """Have the system end this process when the one it was forked from ends, however that may be (Linux)."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)  # it ended before it could be asked for


def _serve(
    job: BinaryIO, bell: int, results: BinaryIO, warm_up: Callable[[], None], work: Callable[[J], R]
) -> NoReturn:
    """Do one job and end this process without any of the clean-up that belongs to the one it was forked from."""
    try:
        answer: R | _Failure
        try:
            warm_up()
            if not os.read(bell, 1):
                os._exit(0)  # the other process has ended
            job.seek(0)
            answer = work(pickle.load(job))
        except DiptychError as error:
            answer = _Failure(error, traceback.format_exc())
        except Exception:
            answer = _Failure(StageCrash(WHERE, ""), traceback.format_exc())
        pickle.dump(answer, results, pickle.HIGHEST_PROTOCOL)
        results.flush()
    finally:
        os._exit(0)
