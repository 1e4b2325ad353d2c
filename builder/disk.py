"""Plain files, read and written so that what a stranger has put in their place does no harm.

A pipe or a device that stands where a file should is not waited for, and a link that stands where a file is to be
written is not followed.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from builder.limits import LARGEST_FILE_BYTES

_OPENING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class NotAFile(OSError):
    """A pipe, a socket or a device."""


class FileTooLarge(OSError):
    """A file beyond the limit for its kind; `limit_bytes` is that limit."""

    def __init__(self, path: Path, limit_bytes: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        self.limit_bytes = limit_bytes


def read_file(path: Path, limit_bytes: int = LARGEST_FILE_BYTES) -> bytes:
    """Return the bytes of a file; links are followed.

    Raises:
        NotAFile, FileTooLarge, IsADirectoryError, OSError: it cannot be read.
    """
    with os.fdopen(os.open(path, _OPENING), "rb", closefd=True) as file:
        mode = os.fstat(file.fileno()).st_mode
        if not stat.S_ISREG(mode):
            raise NotAFile(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        data = file.read(limit_bytes + 1)
    if len(data) > limit_bytes:
        raise FileTooLarge(path, limit_bytes)
    return data


def write_new(path: Path, data: bytes, *, sync: bool = False) -> None:
    """Write a file in the place of whatever stands there; a link goes, and what it leads to stays as it is.

    With `sync`, once this returns, a power cut does not lose it. Nothing is left of what could not be written whole.

    Raises:
        OSError: it cannot be written.
    """
    path.unlink(missing_ok=True)
    try:
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            if sync:
                os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
