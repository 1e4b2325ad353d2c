"""A build with nothing to do: what it says, what it loads, and what makes it run all the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.errors import ExitCode

pytestmark = pytest.mark.render

LOADED = """
import sys
from builder.cli import main
try:
    main.main(["build"])
except SystemExit as end:
    assert end.code == 0
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""
HEAVY = {"weasyprint", "pptx", "pydantic", "yaml", "jinja2", "lxml", "PIL", "fontTools", "citeproc", "rich"}


def test_it_says_so_and_touches_nothing(run, built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (built / "output").iterdir()}
    result = run("build")
    assert result.exit_code == ExitCode.OK
    assert re.fullmatch(
        r"output/small\.pdf   \d pages?\noutput/small\.pptx  \d slides\nunchanged, found in \d\.\d\d s\n",
        result.stdout,
    )
    assert {path: path.stat().st_mtime_ns for path in (built / "output").iterdir()} == before


def test_it_loads_nothing_that_a_build_needs(built: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=built, capture_output=True, text=True, check=True, timeout=60
    )
    assert "unchanged" in done.stdout
    assert not HEAVY & set(done.stdout.split())


def test_force_builds_all_the_same(run: Callable[..., object], built: Path) -> None:
    before = (built / "output" / "small.pptx").read_bytes()
    assert "built in" in run("build", "--force").stdout
    assert (built / "output" / "small.pptx").read_bytes() == before


def test_its_warnings_are_told_again(run, small: Path) -> None:
    file = small / "content" / "small.yaml"
    file.write_text(file.read_text("utf-8") + "subtitle: Part #1 of two\n", encoding="utf-8")
    first, second = run("build"), run("build")
    assert "built in" in first.stdout
    assert "unchanged" in second.stdout
    assert second.stderr == first.stderr
    assert "warning" in first.stderr
    strict = run("build", "--strict")
    assert strict.exit_code == ExitCode.CONTENT
    assert "nothing was written" in strict.stderr


@pytest.mark.render
def test_a_clock_that_jumps_hides_no_change(run, built: Path) -> None:
    """What counts is what files hold, not when they say they were written."""
    file = built / "content" / "small.yaml"
    os.utime(file, (2**32, 2**32))
    assert "unchanged" in run("build").stdout
    file.write_text(file.read_text("utf-8").replace("gave 11.", "gave 12."), encoding="utf-8")
    os.utime(file, (0, 0))
    result = run("build")
    assert (result.exit_code, "unchanged" in result.stdout) == (ExitCode.OK, False)
