"""Several content files in one call: each is built in a process of its own, as many at once as there are cores."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import click

from builder.errors import ExitCode, UsageError

FLAGS = ("strict", "force", "verbose")


def build_each(files: Sequence[Path], options: Mapping[str, Any]) -> int:
    """Build each of `files`, say what came of each in their order, and return the highest exit code.

    `options` are those of `diptych build`, by the names of its parameters.

    Raises:
        UsageError: two of them would have outputs of one name.
    """
    _require_own_names(files)
    arguments = list(_arguments(options))
    with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
        codes = [_report(done) for done in threads.map(lambda file: _build(file, arguments), files)]
    return max(codes, default=ExitCode.OK)


def _arguments(options: Mapping[str, Any]) -> Iterator[str]:
    yield from ("--output", options["folder"])
    if options["only"]:
        yield from ("--only", options["only"])
    yield from (f"--{name}" for name in FLAGS if options[name])


def _require_own_names(files: Sequence[Path]) -> None:
    for stem, number in Counter(file.stem for file in files).items():
        if number > 1:
            raise UsageError(
                f"{number} files would be built as '{stem}.pdf'", "build each with an -o DIR of its own"
            )


def _build(file: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    """Run the program on one file.

    `-P` keeps Python from taking a folder called `builder` in the current folder for this program.
    """
    return subprocess.run(
        [sys.executable, "-P", "-m", "builder", "build", *arguments, "--", str(file)],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def _report(done: subprocess.CompletedProcess[bytes]) -> int:
    click.echo(done.stderr, nl=False, err=True)
    click.echo(done.stdout, nl=False)
    return done.returncode if done.returncode >= 0 else ExitCode.INTERNAL
