"""Work in a process of its own that tells this one something on its way, and is told something in return."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Generic, TypeAlias, TypeVar

from builder.pipeline.branch import Branch, branch
from builder.pipeline.pipes import pipe, receive, receive_from, send, send_to

R = TypeVar("R")
T = TypeVar("T")

Swap: TypeAlias = Callable[[T], T | None]
"""Gives what this process has for what the other one has; None where that ended before it had anything."""


class Exchange(Generic[R, T]):
    """A running process that takes part in a swap and will have a result."""

    def __init__(self, running: Branch[R], told: BinaryIO, answers: BinaryIO) -> None:
        self.result = running.result
        self._pid = running.pid
        self._told = told
        self._answers = answers

    def swap(self, own: T) -> T | None:
        """Wait for what the process has, and give it `own`.

        Raises:
            MissingSoftware: it stands still.
        """
        theirs: T | None = receive_from(self._pid, self._told)
        send_to(self._pid, self._answers, own)
        return theirs


@contextlib.contextmanager
def exchange(work: Callable[[Swap[T]], R]) -> Iterator[Exchange[R, T]]:
    """Run `work` in a process of its own, which may swap once."""
    told_reader, told_writer = pipe()
    answer_reader, answer_writer = pipe()

    def work_apart() -> R:
        told_reader.close()
        answer_writer.close()

        def swap(own: T) -> T | None:
            send(told_writer, own)
            return receive(answer_reader)

        return work(swap)

    with contextlib.ExitStack() as files:
        running = files.enter_context(branch(work_apart))
        told_writer.close()
        answer_reader.close()
        files.callback(told_reader.close)
        files.callback(answer_writer.close)
        yield Exchange(running, told_reader, answer_writer)
