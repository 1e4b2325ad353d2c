"""Build again whenever a file that the last build asked for has changed, with all libraries kept in memory."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import watchfiles

from builder.pipeline.build import Result
from builder.pipeline.libraries import load_libraries
from builder.world import State, state_of

QUIET_MS = 30
"""A write is taken to be finished when nothing has happened for this long."""

LONGEST_WAIT_MS = 1000
"""Even if files keep changing, the next build begins after this long."""

CHECK_MS = 1000
"""How often the files are looked at without a notice: network drives send none."""


def follow(build: Callable[[], Result], stop: threading.Event | None = None) -> Iterator[Result]:
    """Yield the result of a build, then that of another one after each change; ends when `stop` is set.

    What counts is the files that the last build asked for, those that it did not find too: a figure that is made
    after the text that shows it starts a build.
    """
    load_libraries()
    while stop is None or not stop.is_set():
        result = build()
        yield result
        _wait(result.world.reads, stop)


def _wait(known: Mapping[Path, State], stop: threading.Event | None) -> None:
    """Return when one of the files is no longer in the state that is known of it, or `stop` is set."""
    notices = watchfiles.watch(
        *_folders(known),
        watch_filter=lambda _, path: Path(path) in known,
        debounce=LONGEST_WAIT_MS,
        step=QUIET_MS,
        stop_event=stop,
        rust_timeout=CHECK_MS,
        yield_on_timeout=True,
        recursive=False,
    )
    while _is_as_known(known):
        if next(notices, None) is None:
            return


def _is_as_known(known: Mapping[Path, State]) -> bool:
    return all(state_of(path) == state for path, state in known.items())


def _folders(paths: Iterable[Path]) -> set[Path]:
    """Return the folders whose entries are to be watched: of each path the nearest one that exists."""
    return {next(folder for folder in path.parents if folder.is_dir()) for path in paths}
