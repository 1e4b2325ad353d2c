"""Look for garbage between builds, while nothing else is to be done."""

from __future__ import annotations

import gc

GROWTH = 1.5
"""Among everything that was left before, it is looked for when there is so many times as much."""


class Garbage:
    """What is left of builds: after each, only what it left itself is looked through.

    Why not all of it: that takes a tenth of a second, in which the next change waits.
    """

    def __init__(self) -> None:
        self._most = 0.0

    def look(self) -> None:
        """Free what nothing leads to any more; what is left is not looked through during builds."""
        gc.collect()
        gc.freeze()
        if gc.get_freeze_count() > self._most:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._most = gc.get_freeze_count() * GROWTH
