"""What earlier builds worked out, kept below the project root: safe to delete, to share, and to find damaged.

An entry never changes: its key is a hash of all that it was worked out of. Entries are data, never code.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

from builder.disk import read_file, write_new

FOLDER = ".diptych"
LIMIT_BYTES = 64 * 1024 * 1024
"""Above this, the entries that no build has used for longest are removed."""

KEPT_AFTER_TRIM = 0.75
_DIGEST = 32
_ENTRY = re.compile(r"[0-9a-f]{64}(?:$|\.)")
_MARKS = {
    ".gitignore": "# what diptych keeps to build faster; it can be deleted\n*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n",  # bford.info/cachedir: backups leave it out
}


class Store:
    """Entries by key, in a folder of files.

    `versions` tells what this program runs on; it goes into every key. A folder that cannot be written to keeps
    nothing, which is no fault.
    """

    def __init__(self, folder: Path, versions: str, *, read_only: bool = False) -> None:
        self._folder = folder
        self._versions = versions.encode()
        self._read_only = read_only

    def key(self, *parts: bytes | str) -> str:
        """Return the key of what is worked out of `parts`, the first of which names the kind of entry."""
        found = hashlib.sha256(self._versions)
        for part in parts:
            data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
            found.update(b"%d:" % len(data))
            found.update(data)
        return found.hexdigest()

    def find(self, key: str) -> bytes | None:
        """Return an entry; None where there is none, or a damaged one."""
        path = self._path(key)
        if self._leads_away(path):
            return None
        try:
            stored = read_file(path)
            with contextlib.suppress(OSError):
                os.utime(path)  # it was used
        except OSError:
            return None
        data = stored[_DIGEST:]
        return data if stored[:_DIGEST] == hashlib.sha256(data).digest() else None

    def keep(self, key: str, data: bytes) -> None:
        """Keep an entry, in one step, so that another build finds all of it or nothing."""
        path = self._path(key)
        if self._read_only or self._leads_away(path):
            return
        part = path.with_name(f"{key}.{os.getpid()}.part")
        with contextlib.suppress(OSError):
            self._make(path.parent)
            write_new(part, hashlib.sha256(data).digest() + data)
            part.replace(path)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key

    def _leads_away(self, path: Path) -> bool:
        """Return whether a link, which a stranger's project may bring, stands where a folder or an entry should."""
        return any(place.is_symlink() for place in (self._folder, path.parent, path))

    def _make(self, folder: Path) -> None:
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            for name, text in _MARKS.items():
                write_new(self._folder / name, text.encode())

    def trim(self, limit_bytes: int = LIMIT_BYTES) -> None:
        """Remove the entries that were used longest ago, if all of them take more than `limit_bytes`."""
        with contextlib.suppress(OSError):
            if self._folder.is_symlink():
                return
            entries = [(path, path.lstat()) for path in self._folder.glob("??/*") if _ENTRY.match(path.name)]
            size = sum(stat.st_size for _, stat in entries)
            if size <= limit_bytes:
                return
            for path, stat in sorted(entries, key=lambda entry: entry[1].st_mtime_ns):
                path.unlink(missing_ok=True)
                size -= stat.st_size
                if size <= limit_bytes * KEPT_AFTER_TRIM:
                    return


def hash_of_files(files: Iterable[Path]) -> bytes:
    """Return the SHA-256 of the bytes of `files`, in their order; for keys."""
    found = hashlib.sha256()
    for file in files:
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.digest()
