"""A project in an empty folder, and the program run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main
from builder.errors import ExitCode
from builder.pipeline.build import Request, build

ROOT = Path(__file__).resolve().parents[2]

SMALL = """\
title: A small talk
date: 2026-01-15
sections:
  - title: Methods
    headline: We counted twice and found the same number
    content:
      - text: Counting was done by two people who did not know of each other.
      - points:
          - The first count gave 11.
          - The second count gave 11 as well.
"""

Run = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project as the current folder, with an empty `content/`."""
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def small(project: Path) -> Path:
    """A project with one small content file, `content/small.yaml`."""
    (project / "content" / "small.yaml").write_text(SMALL, encoding="utf-8")
    return project


@pytest.fixture(scope="session")
def small_outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of the small content file, built once; they hold nothing of the folder that they were built in."""
    project = tmp_path_factory.mktemp("small")
    (project / "content").mkdir()
    (project / "content" / "small.yaml").write_text(SMALL, encoding="utf-8")
    result = build(Request(project / "content" / "small.yaml", project / "output", "output"))
    assert result.exit_code is ExitCode.OK
    return project / "output"


@pytest.fixture
def built(small: Path, small_outputs: Path) -> Path:
    """A project with one small content file that has been built."""
    shutil.copytree(small_outputs, small / "output")
    return small


@pytest.fixture
def run() -> Run:
    """Run the program inside this process."""
    runner = CliRunner()

    def run(*args: str) -> Result:
        return runner.invoke(main, args, prog_name="diptych")

    return run


@pytest.fixture
def run_process() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the program as people do, in a process of its own."""

    def run(*args: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "builder", *args],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
        )

    return run
