"""The only door to files; remembers each path that was read."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PureWindowsPath
from typing import TypeAlias

from builder.disk import read_file
from builder.limits import LARGEST_FILE_BYTES
from builder.store import Store

State: TypeAlias = tuple[int, int, int] | None
"""What tells one state of a file from another: its inode, size and time of change in ns; None if there is none."""


def state_of(path: Path) -> State:
    """Return the state of a file as it is now."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, max(found.st_mtime_ns, found.st_ctime_ns)


class OutsideProject(Exception):
    """A path that leaves the project root."""


def _follow(path: Path) -> Path:
    """Return `path` with symbolic links followed; Python below 3.13 has an error of its own for circles of them."""
    try:
        return path.resolve()
    except RuntimeError:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None


def _names_a_drive(path: Path, root: Path) -> bool:
    """Return whether a part of `path` is a drive or a network share to Windows, such as `C:` or `\\\\server\\share`."""
    inside = path.relative_to(root) if path.is_relative_to(root) else path
    return any(PureWindowsPath(part).drive for part in inside.parts[bool(inside.anchor) :])


class World:
    """Reads files below one project root, and beside it the themes of the package.

    Attributes:
        root: the project root, absolute and resolved.
        reads: every path that was asked for, whether it existed or not, with the state that it was first found in;
            symbolic links both as they were named and as what they lead to.
        store: what earlier builds worked out, None where nothing is taken from them.
    """

    def __init__(
        self, root: Path, package_folders: tuple[Path, ...] = (), store: Store | None = None
    ) -> None:
        self.store = store
        self.root = root.resolve()
        self._allowed = (self.root, *package_folders, *(folder.resolve() for folder in package_folders))
        self.reads: dict[Path, State] = {}
        self._resolved: dict[Path, Path] = {}

    def resolve(self, path: Path) -> Path:
        """Return `path` (taken from the root if relative) with symbolic links followed, as they were the first time.

        The path itself must lie inside, before any link is followed.
        Why: on Windows, to look at what `//server/share` leads to is to tell that server who is here.

        Raises:
            OutsideProject: it leads out of the root and of the package's own folders.
            OSError: its links lead in a circle, or no file can have such a name.
        """
        if path not in self._resolved:
            self._resolved[path] = self._resolve(path)
        return self._resolved[path]

    def _resolve(self, path: Path) -> Path:
        if "\0" in str(path):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        named = Path(os.path.normpath(self.root / path))
        if _names_a_drive(path, self.root) or not self._allows(named):
            raise OutsideProject(str(path))
        self._note(named)
        resolved = _follow(self.root / path)
        if not self._allows(resolved):
            raise OutsideProject(str(path))
        self._note(resolved)
        return resolved

    def _allows(self, path: Path) -> bool:
        return any(path.is_relative_to(folder) for folder in self._allowed)

    def _note(self, path: Path) -> None:
        if path not in self.reads:
            self.reads[path] = state_of(path)

    def note(self, reads: Mapping[Path, State]) -> None:
        """Add what was read in another process; what is known already stays as it was first found."""
        for path, state in reads.items():
            self.reads.setdefault(path, state)

    def disregard(self, paths: Iterable[Path]) -> None:
        """Know no longer that these were asked for: nothing was made of them. Who asks again is noted again."""
        self._resolved.clear()
        for path in paths:
            self.reads.pop(path, None)

    def read_bytes(self, path: Path, limit_bytes: int = LARGEST_FILE_BYTES) -> bytes:
        """Return the content of a file.

        Raises:
            OutsideProject: see `resolve`.
            OSError: it does not exist, is larger than `limit_bytes` (FileTooLarge), or cannot be read.
        """
        return read_file(self.resolve(path), limit_bytes)

    def read_text(self, path: Path, limit_bytes: int = LARGEST_FILE_BYTES) -> str:
        """Return a file's text, UTF-8, line ends as `\\n`, without a byte order mark.

        Raises:
            OutsideProject, OSError: see `read_bytes`.
            UnicodeDecodeError: it is not UTF-8.
        """
        text = self.read_bytes(path, limit_bytes).decode("utf-8-sig")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def read_lines(self, name: str) -> Sequence[str]:
        """Return the lines of the file that people know as `name`, none if it cannot be read."""
        try:
            return self.read_text(Path(name)).split("\n")
        except (OSError, ValueError, OutsideProject):
            return ()

    def is_file(self, path: Path) -> bool:
        """Return whether `path` is an existing file; a name that is longer than the system allows is none.

        Raises:
            OutsideProject: see `resolve`.
        """
        try:
            return self.resolve(path).is_file()
        except OSError:
            return False

    def list_files(self, folder: Path) -> tuple[Path, ...]:
        """Return the files directly in `folder`, sorted by name; none if it does not exist."""
        resolved = self.resolve(folder)
        if not resolved.is_dir():
            return ()
        return tuple(sorted(child for child in resolved.iterdir() if child.is_file()))

    def name_of(self, path: Path) -> str:
        """Return `path` as shown to people: relative to the root, forward slashes."""
        try:
            resolved = _follow(self.root / path)
            return resolved.relative_to(self.root).as_posix()
        except (OSError, ValueError):
            return path.name
