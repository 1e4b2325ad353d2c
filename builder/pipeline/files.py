"""The output folder: beside the store of `builder.store`, the only place that a build writes to."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.disk import read_file, write_new
from builder.errors import FileAccessError
from builder.pipeline.lock import lock

CLOSE = "close it and build again"


class OutputFolder:
    """A folder and the few things that publishing does to it, one step a method.

    Attributes:
        path: may not exist yet; `write` makes it.
        shown: the folder as people are told about it.
    """

    def __init__(self, path: Path, shown: str) -> None:
        self.path = path
        self.shown = shown

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder alone, as long as the block runs; makes it if it does not exist.

        Raises:
            FileAccessError: it cannot be made, or another build holds it for too long.
        """
        with self._failures(self.shown):
            self.path.mkdir(parents=True, exist_ok=True)
        with lock(self.path, self.shown):
            yield

    def read(self, name: str) -> bytes | None:
        """Return a file's bytes, None where there is no such file."""
        with self._failures(name):
            path = self.path / name
            return None if path.is_symlink() or not path.is_file() else read_file(path)

    def has(self, name: str) -> bool:
        """Return whether there is anything of that name, a link that leads nowhere included."""
        return os.path.lexists(self.path / name)

    def write(self, name: str, data: bytes) -> None:
        """Write a file down to the disk: once this returns, a power cut does not lose it."""
        with self._failures(name):
            write_new(self.path / name, data, sync=True)

    def write_whole(self, name: str, data: bytes) -> None:
        """Put a file in place in one step; the folder is made if it does not exist.

        Raises:
            FileAccessError: the folder cannot be written to; what was in it is as it was.
        """
        with self.locked():
            part = f".{name}.part"
            self.write(part, data)
            self.replace(name, part)

    def replace(self, name: str, by: str) -> None:
        """Put the file `by` in the place of `name`, in one step."""
        with self._failures(name):
            (self.path / by).replace(self.path / name)

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""
        with self._failures(name):
            (self.path / name).unlink(missing_ok=True)

    def sync(self) -> None:
        """Write the folder's own entries down to the disk, where the system can."""
        if os.name != "posix":
            return
        with self._failures(self.shown):
            descriptor = os.open(self.path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            except OSError as error:
                if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                    raise
            finally:
                os.close(descriptor)

    def find_obstacle(self, name: str) -> tuple[str, str] | None:
        """Return why a file cannot be replaced now, as in "is open in LibreOffice", and what to do; None if it can.

        LibreOffice and Microsoft Office leave a file beside the one that they edit; on Windows, and for a file
        that is write-protected, the system refuses to open it for writing.
        """
        if (self.path / f".~lock.{name}#").exists():
            return "is open in LibreOffice", CLOSE
        if (self.path / f"~${name}").exists():
            return "is open in PowerPoint", CLOSE
        path = self.path / name
        if path.is_symlink() or (path.exists() and not path.is_file()):
            return (
                f"is {'a link' if path.is_symlink() else 'a folder'}, not a file",
                "move it away and build again",
            )
        try:
            with path.open("r+b"):
                return None
        except FileNotFoundError:
            return None
        except OSError:
            return "is write-protected, or open in another program", CLOSE

    @contextmanager
    def _failures(self, name: str) -> Iterator[None]:
        """Turn the system's errors into words on `name`."""
        shown = name if name == self.shown else f"{self.shown}/{name.removeprefix('.').removesuffix('.part')}"
        try:
            yield
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise FileAccessError(
                    f"the disk is full: '{shown}' could not be written", "free some space and build again"
                ) from error
            raise FileAccessError(
                f"'{shown}' cannot be written", "check the folder's permissions, or name another one with -o"
            ) from error
