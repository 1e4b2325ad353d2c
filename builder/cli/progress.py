"""What the person at a terminal sees while a build runs: the stage that it is in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from builder.model.block import Output
from builder.pipeline.log import Observer, observe_nothing
from builder.pipeline.stages import STAGES, Stage

WORDS = {Output.REPORT: "briefing", Output.DECK: "deck"}


@contextmanager
def progress() -> Iterator[Observer]:
    """Show the stage on a terminal as long as the block runs; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield observe_nothing
        return
    from rich.console import Console
    from rich.live import Live

    # Without a thread that refreshes it: a thread would not survive the fork of `pipeline.branch`.
    with Live("", console=Console(stderr=True), auto_refresh=False, transient=True) as live:

        def show(stage: Stage, output: Output | None) -> None:
            of = f", {WORDS[output]}" if output else ""
            live.update(f"{stage.number}/{len(STAGES)}  {stage.name}{of}", refresh=True)

        yield show
