"""A process of its own for one output, so that both are made at the same time.

It is started before stage 1 and loads its libraries while the content is read. Where processes cannot be forked
safely (Windows; macOS, whose libraries do not survive it), there is none, and the outputs are made one after the other.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Generic, NoReturn, TypeVar

from builder.errors import DiptychError
from builder.pipeline.log import StageCrash

J = TypeVar("J")
R = TypeVar("R")

CAN_FORK = sys.platform == "linux" and (os.cpu_count() or 1) > 1


@dataclass(frozen=True, slots=True)
class _Failure:
    """An exception as it travels between processes; `report` is its traceback."""

    error: DiptychError
    report: str


class Branch(Generic[J, R]):
    """A running process that waits for its job."""

    def __init__(self, pid: int, jobs: BinaryIO, results: BinaryIO) -> None:
        self.pid = pid
        self._jobs = jobs
        self._results = results

    def give(self, job: J) -> None:
        """Send the job."""
        pickle.dump(job, self._jobs, pickle.HIGHEST_PROTOCOL)
        self._jobs.flush()

    def result(self) -> R:
        """Wait for the result and return it.

        Raises:
            DiptychError: what the process raised. StageCrash: it ended without a word.
        """
        try:
            answer: R | _Failure = pickle.load(self._results)
        except EOFError:
            raise StageCrash("", "a process that made an output ended without a result") from None
        if isinstance(answer, _Failure):
            if isinstance(answer.error, StageCrash):
                answer.error.report = answer.report
            raise answer.error
        return answer

    def end(self) -> None:
        """End the process, whatever it is doing."""
        with contextlib.suppress(OSError):
            self._jobs.close()
        self._results.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


@contextlib.contextmanager
def branch(warm_up: Callable[[], None], work: Callable[[J], R]) -> Iterator[Branch[J, R]]:
    """Run `work` on one job in a process of its own, which calls `warm_up` while it waits for the job."""
    job_reader, job_writer = os.pipe()
    result_reader, result_writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(job_writer)
        os.close(result_reader)
        _serve(os.fdopen(job_reader, "rb"), os.fdopen(result_writer, "wb"), warm_up, work)
    os.close(job_reader)
    os.close(result_writer)
    running: Branch[J, R] = Branch(pid, os.fdopen(job_writer, "wb"), os.fdopen(result_reader, "rb"))
    try:
        yield running
    finally:
        running.end()


def _serve(
    jobs: BinaryIO, results: BinaryIO, warm_up: Callable[[], None], work: Callable[[J], R]
) -> NoReturn:
    """Do one job and end this process without any of the clean-up that belongs to the one it was forked from."""
    try:
        answer: R | _Failure
        try:
            warm_up()
            answer = work(pickle.load(jobs))
        except DiptychError as error:
            answer = _Failure(error, traceback.format_exc())
        except Exception as error:
            answer = _Failure(StageCrash("", str(error)), traceback.format_exc())
        pickle.dump(answer, results, pickle.HIGHEST_PROTOCOL)
        results.flush()
    finally:
        os._exit(0)
