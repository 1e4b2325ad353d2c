"""Look for garbage when nothing else is to be done."""

from __future__ import annotations

import gc

MOST = 5
"""Builds whose garbage may wait: what a build leaves of a long briefing's boxes is some MB a page."""


class Garbage:
    """What builds leave. It is put aside, which takes no time, and looked through once nobody waits for anything.

    Why: that takes a tenth of a second and more, in which the next change would wait.
    """

    def __init__(self) -> None:
        self._waiting = 0

    def put_aside(self) -> None:
        """Have what the last build left not looked through before `look`; that comes now if there is too much of it."""
        gc.freeze()
        self._waiting += 1
        if self._waiting >= MOST:
            self.look()

    def look(self) -> None:
        """Free what nothing leads to any more, if anything was put aside since the last time."""
        if self._waiting:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._waiting = 0
