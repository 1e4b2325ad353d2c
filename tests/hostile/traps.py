"""What must not be touched: files outside of a project, each watched by the kernel, and a listener on 127.0.0.1."""

from __future__ import annotations

import ctypes
import os
import select
import socket
from pathlib import Path

IN_ACCESS, IN_OPEN, IN_MODIFY, IN_ATTRIB, IN_CREATE, IN_DELETE = 0x1, 0x20, 0x2, 0x4, 0x100, 0x200
"""inotify(7)."""

IN_ISDIR = 0x40000000


class Canaries:
    """Files in a folder; `touched` names each one that any program has opened, read or changed since.

    Why inotify: it sees what native libraries do, of which Python's audit events say nothing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._queue = self._libc.inotify_init1(os.O_NONBLOCK)
        mask = IN_ACCESS | IN_OPEN | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE
        for watched in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
            if self._libc.inotify_add_watch(self._queue, os.fsencode(watched), mask) < 0:
                raise OSError(ctypes.get_errno(), "inotify_add_watch")

    def touched(self) -> list[str]:
        """Return the names of what was touched since the last call; folders that were only listed do not count."""
        names = []
        try:
            data = os.read(self._queue, 65536)
        except BlockingIOError:
            return []
        while data:
            mask, length = int.from_bytes(data[4:8], "little"), int.from_bytes(data[12:16], "little")
            name, data = data[16 : 16 + length].rstrip(b"\0").decode(), data[16 + length :]
            if not mask & IN_ISDIR:
                names.append(name)
        return names

    def close(self) -> None:
        os.close(self._queue)


class Listener:
    """A socket that waits on 127.0.0.1; `calls` counts who has connected since."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"

    def calls(self) -> int:
        count = 0
        while select.select([self._socket], [], [], 0)[0]:
            connection, _ = self._socket.accept()
            connection.close()
            count += 1
        return count

    def close(self) -> None:
        self._socket.close()
