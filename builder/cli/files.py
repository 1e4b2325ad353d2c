"""The files of a build, as its last words name them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from builder.cli.console import count, say
from builder.pipeline.suffixes import SHEETS


def print_files(folder: Path, names: Mapping[str, str], sheets: Mapping[str, int]) -> None:
    """Print each file with its size; `names` and `sheets` (pages or slides) are by suffix."""
    width = max(len((folder / name).as_posix()) for name in names.values())
    for suffix, name in names.items():
        say(f"{(folder / name).as_posix():<{width}}  {count(sheets[suffix], SHEETS[suffix])}")
