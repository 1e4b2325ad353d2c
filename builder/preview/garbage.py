"""Look for garbage between builds, while nothing else is to be done."""

from __future__ import annotations

import gc

EVERY = 10
"""After so many builds everything is looked through."""


class Garbage:
    """What is left of builds: after most of them, only what they left themselves is looked through.

    Why not all of it: that takes a tenth of a second, in which the next change waits.
    """

    def __init__(self) -> None:
        self._looks = 0

    def look(self) -> None:
        """Free what nothing leads to any more; what is left is not looked through during builds."""
        if self._looks % EVERY == 0:
            gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._looks += 1
