"""Build again whenever a file that the last build asked for has changed, with all libraries kept in memory."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import watchfiles

from builder.pipeline.build import Result
from builder.pipeline.libraries import load_libraries
from builder.preview.garbage import Garbage
from builder.world import State, World, state_of

QUIET_MS = 30
"""A write is taken to be finished when nothing has happened for this long."""

LONGEST_WAIT_MS = 1000
"""Even if files keep changing, the next build begins after this long."""

NOTICE_MS = 5
"""How long notices of one write are gathered."""

CHECK_MS = 1000
"""How often the files are looked at without a notice: network drives send none."""


def follow(
    build: Callable[[], Result | None], file: Path, stop: threading.Event | None = None
) -> Iterator[Result | None]:
    """Yield the result of a build of `file`, then that of another one after each change; ends when `stop` is set.

    What counts is the files that the last build asked for, those that it did not find too: a figure that is made
    after the text that shows it starts a build. After a build without a result, it is those of the one before.
    """
    stop = stop or threading.Event()
    load_libraries()
    garbage = Garbage()
    known: Mapping[Path, State] = {file.resolve(): None}
    while not stop.is_set():
        before = _states(known)
        result = build()
        yield result
        if result:
            _compile_templates(result.world)
        garbage.put_aside()
        known = result.world.reads if result else before
        _wait(known, stop, garbage.look)
        wait_until_quiet(known, lambda: stop.wait(QUIET_MS / 1000))


def wait_until_quiet(paths: Iterable[Path], pause: Callable[[], bool]) -> None:
    """Return when no file has changed during a pause: what is written to is not whole yet.

    `pause` takes `QUIET_MS`, and returns whether to wait no longer.
    """
    states = _states(paths)
    for _ in range(LONGEST_WAIT_MS // QUIET_MS):
        if pause():
            return
        before, states = states, _states(paths)
        if states == before:
            return


def _compile_templates(world: World) -> None:
    """Do what the next build need not do then: compile the templates that another process will fill."""
    from builder.compose.ahead import compile_ahead

    compile_ahead(world, lambda: False)


def _wait(known: Mapping[Path, State], stop: threading.Event, while_idle: Callable[[], None]) -> None:
    """Return when one of the files is no longer in the state that is known of it, or `stop` is set.

    As long as nothing happens, `while_idle` is called every `CHECK_MS`.
    """
    notices = watchfiles.watch(
        *_folders(known),
        watch_filter=lambda _, path: Path(path) in known,
        debounce=LONGEST_WAIT_MS,
        step=NOTICE_MS,
        stop_event=stop,
        rust_timeout=CHECK_MS,
        yield_on_timeout=True,
        recursive=False,
    )
    while _is_as_known(known):
        changes = next(notices, None)
        if changes is None:
            return
        if not changes:
            while_idle()


def _is_as_known(known: Mapping[Path, State]) -> bool:
    return _states(known) == known


def _states(paths: Iterable[Path]) -> dict[Path, State]:
    return {path: state_of(path) for path in paths}


def _folders(paths: Iterable[Path]) -> set[Path]:
    """Return the folders whose entries are to be watched: of each path the nearest one that exists."""
    return {next(folder for folder in path.parents if folder.is_dir()) for path in paths}
