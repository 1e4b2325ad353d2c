"""`diptych watch` as a process: what ends a build does not end the watch."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.render

CONTENT = """\
title: A small talk
sections:
  - title: Methods
    content:
      - points: [Counted once]
"""


@contextmanager
def watching(project: Path) -> Iterator[Iterator[str]]:
    """Yield the lines that `diptych watch` prints, as they come."""
    command = [sys.executable, "-m", "builder", "watch"]
    environment = {"PYTHONPATH": str(ROOT), "PATH": ""}
    with subprocess.Popen(
        command, cwd=project, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as running:
        assert running.stdout
        try:
            yield iter(running.stdout.readline, "")
        finally:
            running.kill()


def until_it_waits(lines: Iterator[str]) -> str:
    """Return what is printed before it waits for changes again."""
    told = []
    for line in lines:
        if "waiting for changes" in line:
            return "".join(told)
        told.append(line)
    raise AssertionError("the watch has ended: " + "".join(told))


def test_a_build_that_cannot_write_is_told_and_the_next_change_is_built(tmp_path: Path) -> None:
    file = tmp_path / "content" / "small.yaml"
    file.parent.mkdir()
    file.write_text(CONTENT, encoding="utf-8")
    in_the_way = tmp_path / "output"
    in_the_way.write_text("not a folder", encoding="utf-8")
    with watching(tmp_path) as lines:
        assert "error: " in until_it_waits(lines)
        in_the_way.unlink()
        file.write_text(CONTENT.replace("once", "twice"), encoding="utf-8")
        assert "output/small.pdf" in until_it_waits(lines)
