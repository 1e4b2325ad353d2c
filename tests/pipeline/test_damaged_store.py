"""What earlier builds kept may be damaged in any way: the next build makes the same of the same."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.errors import ExitCode
from builder.pipeline.build import Request, build
from tests.torture.kills import STEM, write_content

pytestmark = [pytest.mark.render, pytest.mark.slow]


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def overwrite(file: Path) -> None:
    file.write_bytes(b"\xff" * file.stat().st_size)


def make_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def make_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def outputs(project: Path) -> dict[str, bytes]:
    """Build, and return the bytes of both outputs."""
    assert (
        build(Request(project / "content" / f"{STEM}.yaml", project / "output", "output")).exit_code
        is ExitCode.OK
    )
    return {suffix: (project / "output" / f"{STEM}.{suffix}").read_bytes() for suffix in ("pdf", "pptx")}


@pytest.mark.parametrize(
    "damage", [cut, overwrite, make_folder, make_pipe], ids=lambda damage: damage.__name__
)
def test_a_damaged_entry_counts_for_nothing(damage: Callable[[Path], None], tmp_path: Path) -> None:
    write_content(tmp_path, 1)
    clean = outputs(tmp_path)
    entries = [file for file in (tmp_path / ".diptych").glob("??/*") if file.is_file()]
    assert entries
    for file in entries:
        damage(file)
    shutil.rmtree(tmp_path / "output")
    assert outputs(tmp_path) == clean
