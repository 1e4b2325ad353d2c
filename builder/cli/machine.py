"""What a machine lacks in the middle of a run, and no stage has told: room on a disk, memory."""

from __future__ import annotations

import errno

from builder.errors import DiptychError, FileAccessError, MissingSoftware


def find_lack(error: BaseException | None) -> DiptychError | None:
    """Return what to say of an error that the machine brought about; None where it is a bug of ours."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return FileAccessError("the disk is full", "free some space and try again")
        if isinstance(error, MemoryError):
            return MissingSoftware(
                "there is not enough memory", "close other programs, or build with --only pdf"
            )
        error = error.__cause__ or error.__context__
    return None
