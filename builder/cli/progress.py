"""What the person at a terminal sees while a build runs: the stage that it is in, and how long a long one takes."""

from __future__ import annotations

import math
import mmap
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from builder.model.block import Output
from builder.pipeline.log import Observer, Progress, observe_nothing
from builder.pipeline.stages import STAGES, Stage

WORDS = {Output.REPORT: "briefing", Output.DECK: "deck"}
SHEETS = {Output.REPORT: "page", Output.DECK: "slide"}

LONG_S = 10.0
"""What takes less time has no estimate."""

FIRST_S = 2.0
"""Time to watch before anything is said of the future."""

OFTEN_S = 0.2


class Estimate:
    """How long an output will take, by what was done of it since it was first heard of."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun: tuple[float, float] | None = None

    def left_s(self, share: float) -> float | None:
        """Return the seconds left when `share` of the work is done; None for short work, and where none can tell."""
        now = self._clock()
        if self._begun is None:
            self._begun = now, share
        passed_s, done = now - self._begun[0], share - self._begun[1]
        if passed_s < FIRST_S or done <= 0:
            return None
        left_s = passed_s / done * (1 - share)
        return left_s if passed_s + left_s >= LONG_S else None


def describe(progress: Progress, sheet: str, left_s: float) -> str:
    """Return "page 12 of about 80, about 40 s left"; seconds by tens and minutes by halves, rounded up."""
    seconds = math.ceil(left_s / 10) * 10
    time_left = f"{seconds} s" if seconds < 100 else f"{math.ceil(left_s / 30) / 2:g} min"
    return f"{sheet} {progress.sheet:,} of about {progress.sheets:,}, about {time_left} left"


@contextmanager
def progress() -> Iterator[Observer]:
    """Show the stage on a terminal as long as the block runs; nothing in a pipe.

    Both outputs are made at the same time, by processes that write to the same line: the one with more left to do.
    """
    if not sys.stderr.isatty():
        yield observe_nothing
        return
    from rich.console import Console
    from rich.live import Live

    estimates = {output: Estimate() for output in Output}
    left = memoryview(mmap.mmap(-1, 8 * len(Output))).cast("d")  # seconds, in memory that both processes see
    places = {output: place for place, output in enumerate(Output)}
    shown_at = -math.inf

    # Without a thread that refreshes it: a thread would not survive the fork of `pipeline.branch`.
    with Live("", console=Console(stderr=True), auto_refresh=False, transient=True) as live:

        def show(stage: Stage, output: Output | None, progress: Progress | None) -> None:
            nonlocal shown_at
            words = f"{stage.number}/{len(STAGES)}  {stage.name}" + (f", {WORDS[output]}" if output else "")
            if output:
                left_s = estimates[output].left_s(progress.share) if progress else None
                left[places[output]] = left_s or 0.0
            if output and progress:
                if left_s is None or left_s < max(left) or time.monotonic() - shown_at < OFTEN_S:
                    return
                words += f": {describe(progress, SHEETS[output], left_s)}"
            shown_at = time.monotonic()
            live.update(words, refresh=True)

        yield show
