"""Mend a long PDF in a process of its own.

Why: pikepdf needs six times the memory of the file, and cannot have that which the pages took before, for Python keeps
it for objects of its own.
"""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
from tempfile import TemporaryFile

from builder.errors import killed
from builder.pdf.attachment import Attachment
from builder.pdf.mend.mend import mend
from builder.units import Length

TOO_LITTLE_MEMORY = 2
"""The exit code that tells of it."""


def mend_apart(data: bytes, *, bleed: Length, attachments: tuple[Attachment, ...]) -> bytes:
    """Return what `mend` returns of the same.

    `-P` keeps Python from taking a folder called `builder` in the current folder for this program.

    Raises:
        MissingSoftware: the process was killed. MemoryError: it had too little memory.
    """
    with TemporaryFile() as given, TemporaryFile() as complaints:
        pickle.dump((bleed, attachments), given)
        given.write(data)
        given.seek(0)
        done = subprocess.run(
            [sys.executable, "-P", "-m", __name__],
            check=False,
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=complaints,
        )
        if done.returncode == 0:
            return done.stdout
        if done.returncode == -getattr(signal, "SIGKILL", 0):
            raise killed()
        if done.returncode == TOO_LITTLE_MEMORY:
            raise MemoryError
        complaints.seek(0)
        raise RuntimeError(complaints.read().decode(errors="replace"))


def serve() -> None:
    """Mend what standard input holds, to standard output."""
    try:
        bleed, attachments = pickle.load(sys.stdin.buffer)
        data = sys.stdin.buffer.read()
        sys.stdout.buffer.write(mend(data, bleed=bleed, attachments=attachments))
    except MemoryError:
        sys.exit(TOO_LITTLE_MEMORY)


if __name__ == "__main__":
    serve()
