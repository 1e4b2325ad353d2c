"""Work in a process of its own that tells this one something on its way, and is told something in return."""

from __future__ import annotations

import contextlib
import os
import pickle
from collections.abc import Callable, Iterator
from typing import BinaryIO, Generic, TypeAlias, TypeVar

from builder.pipeline.branch import Branch, branch

R = TypeVar("R")
T = TypeVar("T")

Swap: TypeAlias = Callable[[T], T | None]
"""Gives what this process has for what the other one has; None where that ended before it had anything."""


class Exchange(Generic[R, T]):
    """A running process that takes part in a swap and will have a result."""

    def __init__(self, running: Branch[R], told: BinaryIO, answers: BinaryIO) -> None:
        self.result = running.result
        self._told = told
        self._answers = answers

    def swap(self, own: T) -> T | None:
        """Wait for what the process has, and give it `own`."""
        theirs: T | None = _read(self._told)
        with contextlib.suppress(BrokenPipeError):
            _write(self._answers, own)
        return theirs


@contextlib.contextmanager
def exchange(work: Callable[[Swap[T]], R]) -> Iterator[Exchange[R, T]]:
    """Run `work` in a process of its own, which may swap once."""
    told_reader, told_writer = _pipe()
    answer_reader, answer_writer = _pipe()

    def work_apart() -> R:
        told_reader.close()
        answer_writer.close()

        def swap(own: T) -> T | None:
            _write(told_writer, own)
            return _read(answer_reader)

        return work(swap)

    with contextlib.ExitStack() as files:
        running = files.enter_context(branch(work_apart))
        told_writer.close()
        answer_reader.close()
        files.callback(told_reader.close)
        files.callback(_close, answer_writer)
        yield Exchange(running, told_reader, answer_writer)


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    reader, writer = os.pipe()
    return os.fdopen(reader, "rb"), os.fdopen(writer, "wb")


def _write(file: BinaryIO, value: object) -> None:
    pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
    file.close()


def _read(file: BinaryIO) -> T | None:
    """Return what the other process wrote; None where it ended without a word."""
    try:
        value: T = pickle.load(file)
    except EOFError:
        return None
    return value


def _close(file: BinaryIO) -> None:
    with contextlib.suppress(BrokenPipeError):
        file.close()
