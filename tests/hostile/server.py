"""Runs the program on request, each time in a process that is forked from this one with all libraries in memory.

Started by `tests.hostile.warm`: a request is a line of JSON on standard input, its answer one on standard output.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import sys
from collections.abc import Mapping
from typing import Any

MOST_MEMORY_BYTES = 6 * 2**30
WATCHED = (
    "open", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.system", "subprocess.Popen", "os.rename",
    "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "shutil.rmtree", "socket.",
    "urllib.", "http.", "ftplib.", "webbrowser.", "pty.",
)  # fmt: skip
"""The audit events (Python's library reference, "Audit events table") that reach out of a process."""


def watch(log: str) -> None:
    """Write a line for each watched event to the file `log`, in this process and those that it forks."""
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(WATCHED):
            shown = [os.fsdecode(part) if isinstance(part, bytes) else str(part) for part in arguments]
            os.write(descriptor, (json.dumps([event, *shown]) + "\n").encode())

    sys.addaudithook(note)


def run(request: Mapping[str, Any]) -> None:
    """Become the program, in the folder and with the words of `request`; never returns."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(request["seconds"] * 10)
    resource.setrlimit(resource.RLIMIT_CPU, (request["seconds"], request["seconds"]))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.chdir(request["folder"])
    for number, name in ((0, os.devnull), (1, request["out"]), (2, request["err"])):
        os.dup2(os.open(name, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    watch(request["log"])
    from builder.cli import main

    main(request["args"], "diptych")


def serve() -> None:
    import builder.cli.progress
    import builder.cli.summary
    import builder.pipeline.build
    import builder.resolve.bibliography.bibtex
    import builder.resolve.pictures.raster  # noqa: F401
    from builder.pipeline.libraries import load_libraries

    load_libraries()
    gc.freeze()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                run(json.loads(line))
            finally:
                os._exit(99)
        _, status = os.waitpid(child, 0)
        print(json.dumps(os.waitstatus_to_exitcode(status)), flush=True)


if __name__ == "__main__":
    serve()
