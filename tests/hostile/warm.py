"""The program, run again and again in forked processes, and what it opened meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Run:
    """How a run ended: `code` is negative where a signal ended it, -9 where its time was over: that of the processor in
    one process, which does not hang on what else this machine does."""

    code: int
    out: str
    err: str
    events: tuple[tuple[str, ...], ...]

    @property
    def opened(self) -> set[Path]:
        """The paths of files that were opened."""
        return {Path(event[1]) for event in self.events if event[0] == "open" and not event[1].isdigit()}


class WarmProgram:
    """A server that runs the program; each run takes what its work takes, and not the second of a start."""

    def __init__(self, notes: Path) -> None:
        self._notes = notes
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.server"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, folder: Path, *args: str, seconds: int = 30) -> Run:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        files = {name: self._notes / name for name in ("out", "err", "log")}
        files["log"].unlink(missing_ok=True)
        names = {name: str(path) for name, path in files.items()}
        request = {"folder": str(folder), "args": args, "seconds": seconds, **names}
        self._server.stdin.write(json.dumps(request) + "\n")
        self._server.stdin.flush()
        code = json.loads(self._server.stdout.readline())
        out, err, log = (
            path.read_text("utf-8", "replace") if path.exists() else "" for path in files.values()
        )
        return Run(code, out, err, tuple(tuple(json.loads(line)) for line in log.splitlines()))

    def close(self) -> None:
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait(10)
        if self._server.stdout is not None:
            self._server.stdout.close()
