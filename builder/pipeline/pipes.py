"""What two processes tell each other, without waiting for ever for one that stands still."""

from __future__ import annotations

import contextlib
import os
import pickle
import select
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, TypeVar

from builder.errors import MissingSoftware

T = TypeVar("T")

STANDSTILL_S = 120
"""How long a process may use no processor at all while another one waits for it."""

POLL_S = 0.5
LARGEST_READ = 2**20


def pipe() -> tuple[BinaryIO, BinaryIO]:
    """Return the ends of a new pipe, to read from and to write to."""
    reader, writer = os.pipe()
    return os.fdopen(reader, "rb"), os.fdopen(writer, "wb")


def receive(file: BinaryIO) -> T | None:
    """Return what comes through a pipe; None where the other process ends before it has sent all of it."""
    return _load(file.read())


def send(file: BinaryIO, value: object) -> None:
    """Send `value` and close the pipe."""
    pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
    file.close()


def receive_from(pid: int, file: BinaryIO) -> T | None:
    """Receive what the process `pid` sends.

    Raises:
        MissingSoftware: it stands still.
    """
    data = bytearray()
    while True:
        _wait(pid, [file], [])
        part = os.read(file.fileno(), LARGEST_READ)
        if not part:
            return _load(data)
        data += part


def send_to(pid: int, file: BinaryIO, value: object) -> None:
    """Send `value` to the process `pid`, or what it takes of it before it ends.

    Raises:
        MissingSoftware: it stands still.
    """
    data = memoryview(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
    with contextlib.suppress(BrokenPipeError):
        while data:
            _wait(pid, [], [file])
            data = data[os.write(file.fileno(), data[: select.PIPE_BUF]) :]  # so much never blocks
    file.close()


def _load(data: bytes | bytearray) -> T | None:
    try:
        value: T = pickle.loads(data)
    except (EOFError, pickle.UnpicklingError):
        return None
    return value


def _wait(pid: int, readers: Sequence[BinaryIO], writers: Sequence[BinaryIO]) -> None:
    """Wait until a pipe can be read from or written to.

    Why looks are counted, and not seconds: a machine that sleeps and a build that is stopped stop both processes.
    """
    looks, used = 0, -1
    while not any(select.select(readers, writers, [], POLL_S)):
        before, used = used, _processor_time(pid)
        looks = looks + 1 if used == before else 0
        if looks * POLL_S >= STANDSTILL_S:
            raise MissingSoftware(
                f"a part of the build has stood still for {STANDSTILL_S} seconds, and was ended",
                "look whether all disks and network drives answer, and build again",
            )


def _processor_time(pid: int) -> int:
    """Return how much of the processor's time a process has used, in ticks (proc(5), stat: utime and stime)."""
    fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    return int(fields[11]) + int(fields[12])
