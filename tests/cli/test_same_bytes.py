"""The same input gives the same bytes: in any folder, hash seed, locale, time zone and day, cold and from the store."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.render, pytest.mark.slow]

HERE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Chatham", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "86400"}


def diptych(folder: Path, *args: str | Path, **settings: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "builder", *map(str, args)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def outputs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_one_of_every_block_comes_out_alike_everywhere(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    diptych(here, "new", "talk")
    there = Path(shutil.copytree(here, tmp_path / "further" / "there ö"))
    diptych(here, "build", **HERE)
    first = outputs(here / "output")
    assert {"talk.pdf", "talk.pptx", "talk.build.json"} == set(first)
    diptych(tmp_path, "build", there / "content" / "talk.yaml", "-o", there / "output", **ELSEWHERE)
    assert outputs(there / "output") == first
    shutil.rmtree(here / "output")
    diptych(here, "build", **ELSEWHERE)
    assert outputs(here / "output") == first
    diptych(here, "build", "--force", **ELSEWHERE)
    assert outputs(here / "output") == first
