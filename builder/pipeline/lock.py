"""One build at a time publishes into a folder."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.errors import FileAccessError

PATIENCE_S = 30.0
POLL_S = 0.05
UNSUPPORTED = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL})
"""What a file system answers that knows no locks; builds there are not kept apart."""


@contextmanager
def lock(folder: Path, shown: str, patience_s: float = PATIENCE_S) -> Iterator[None]:
    """Hold a folder alone; the system lets go of it when the process ends, however it ends.

    Raises:
        FileAccessError: another process has held it for `patience_s` seconds, or it cannot be opened.
    """
    try:
        descriptor = _open(folder)
    except OSError as error:
        raise FileAccessError(f"'{shown}' cannot be written", "check the folder's permissions") from error
    try:
        give_up = time.monotonic() + patience_s
        while not _try_lock(descriptor):
            if time.monotonic() > give_up:
                raise FileAccessError(
                    f"another build has been writing into '{shown}' for {patience_s:.0f} seconds",
                    "wait for it to end, or end it, and build again",
                )
            time.sleep(POLL_S)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        """Return a descriptor to lock: a folder cannot be opened, so a file in it is."""
        return os.open(folder / ".diptych.lock", os.O_RDWR | os.O_CREAT)

    def _try_lock(descriptor: int) -> bool:
        """Return whether the lock is now ours."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _open(folder: Path) -> int:
        """Return a descriptor to lock: the folder's own, which leaves no file behind."""
        return os.open(folder, os.O_RDONLY)

    def _try_lock(descriptor: int) -> bool:
        """Return whether the lock is now ours."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            return error.errno in UNSUPPORTED
        return True
