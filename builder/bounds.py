"""Time and memory for what a stranger's file makes this program do."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

REMINDER_S = 1.0
"""Why a second exception and more: libraries that go on after any exception may take the first one for their own."""


class TimeIsOver(Exception):
    """What was run took more time of the processor than it may."""


@contextlib.contextmanager
def bounded(seconds: float, more_bytes: int) -> Iterator[None]:
    """Run a block that may take so much time of the processor, and so much memory beyond what is in use.

    Where the system knows no such limits (Windows; macOS, for memory), or outside of the main thread, there are none.

    Raises:
        TimeIsOver, MemoryError: it takes more.
    """
    with _limited_memory(more_bytes), within(seconds):
        yield


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Run a block that may take so much time of the processor; not inside of another one.

    Why the processor's time: a machine that sleeps, or a clock that is set, changes nothing of it.

    Raises:
        TimeIsOver: it takes more; again after each further second, should anything in the block go on after that.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: Any) -> None:
        raise TimeIsOver

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, REMINDER_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextlib.contextmanager
def _limited_memory(more_bytes: int) -> Iterator[None]:
    """Why only on Linux: elsewhere the kernel does not count address space so that it could be limited."""
    if sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    in_use = int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
    limits = [limit for limit in (soft, hard, in_use + more_bytes) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min(limits), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
