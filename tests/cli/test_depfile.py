"""The dependency file, judged by make."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.errors import ExitCode

pytestmark = pytest.mark.render

FIGURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9v9z"/></svg>'


def make_says(folder: Path, target: str) -> str:
    """Return what make would do for a target, with a recipe that would print a word."""
    (folder / "Makefile").write_text("output/talk.pdf output/talk.pptx:\n\t@echo rebuild\ninclude talk.d\n")
    done = subprocess.run(["make", "-n", target], cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture
def talk(project: Path) -> Path:
    (project / "content" / "a $1 figure #2.svg").write_text(FIGURE, encoding="utf-8")
    (project / "content" / "talk.yaml").write_text(
        "title: A talk\nsections:\n  - title: One\n    content:\n"
        "      - figure: 'a $1 figure #2.svg'\n        alt: A triangle\n        caption: A triangle\n",
        encoding="utf-8",
    )
    return project


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_make_rebuilds_when_a_figure_changes_and_not_before(run: Callable, talk: Path) -> None:
    assert run("build", "--depfile", "talk.d").exit_code == ExitCode.OK
    assert "up to date" in make_says(talk, "output/talk.pptx")
    figure = talk / "content" / "a $1 figure #2.svg"
    built = (talk / "output" / "talk.pdf").stat().st_mtime
    os.utime(figure, (built + 10, built + 10))
    assert "rebuild" in make_says(talk, "output/talk.pdf")
    figure.unlink()
    assert "rebuild" in make_says(talk, "output/talk.pdf"), "a file that is gone stops make"


def test_a_build_with_nothing_changed_writes_it_too(run: Callable, talk: Path) -> None:
    assert run("build", "--depfile", "first.d").exit_code == ExitCode.OK
    again = run("build", "--depfile", "deps/second.d")
    assert "unchanged" in again.stdout
    assert (talk / "deps" / "second.d").read_bytes() == (talk / "first.d").read_bytes()


def test_it_is_for_one_file(run: Callable, talk: Path) -> None:
    (talk / "content" / "more.yaml").write_text("title: x\n", encoding="utf-8")
    result = run("build", "content/talk.yaml", "content/more.yaml", "--depfile", "x.d")
    assert result.exit_code == ExitCode.USAGE
    assert "--depfile is for one FILE" in result.stderr
