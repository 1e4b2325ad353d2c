"""What a build depends on, as make and ninja read it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from builder.pipeline.files import OutputFolder
from builder.pipeline.inputs import path_of
from builder.pipeline.project import open_world
from builder.pipeline.publish import record_of
from builder.pipeline.suffixes import name_of


def dependencies(file: Path, folder: OutputFolder) -> str:
    """Return the rule of the last build of `file`: its outputs, a colon, and the files that it read.

    The build record has stood in `folder` since. Each file is a target without prerequisites too, as `gcc -MP` has it,
    so that make does not stop when one is deleted.
    """
    record = json.loads((folder.path / record_of(file.stem)).read_bytes())
    world = open_world(file)
    inputs = [path for path in (path_of(world, name) for name in record["inputs"]) if path.is_file()]
    outputs = [folder.path / name_of(file.stem, suffix) for suffix in record["sheets"]]
    prerequisites = [_escape(path) for path in inputs]
    lines = [f"{_joined(map(_escape, outputs))}: {_joined(prerequisites)}", *(f"{p}:" for p in prerequisites)]
    return "\n".join(lines) + "\n"


def _joined(names: Iterable[str]) -> str:
    return " \\\n  ".join(names)


def _escape(path: Path) -> str:
    """Return a path, relative to the current folder if it lies below, as a word of a makefile.

    GNU Make's manual, 4.1 and 4.3: `$` is doubled; a blank and `#` have a backslash before them.
    """
    resolved = path.resolve()
    here = Path.cwd().resolve()
    name = resolved.relative_to(here).as_posix() if resolved.is_relative_to(here) else resolved.as_posix()
    return name.replace("$", "$$").replace("#", "\\#").replace(" ", "\\ ")
