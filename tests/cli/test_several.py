"""Several content files in one call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.errors import ExitCode


def add(project: Path, name: str, text: str) -> str:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


@pytest.mark.render
@pytest.mark.slow
def test_the_failure_of_one_stops_no_other(run_process: Callable, small: Path) -> None:
    good = (small / "content" / "small.yaml").read_text(encoding="utf-8")
    other = add(small, "content/other.yaml", good.replace("A small talk", "Another talk"))
    broken = add(small, "content/broken.yaml", "title: Broken\nsections: [\n")
    result = run_process("build", "content/small.yaml", broken, other, "--only", "pptx", "-o", "out")
    assert result.returncode == ExitCode.CONTENT
    assert {path.name for path in (small / "out").iterdir()} == {
        "small.pptx",
        "small.build.json",
        "other.pptx",
        "other.build.json",
    }
    said = [line.split()[0] for line in result.stdout.splitlines() if line.startswith("out/")]
    assert said == ["out/small.pptx", "out/other.pptx"]
    assert "content/broken.yaml:" in result.stderr
    assert "nothing was written: 1 error" in result.stderr


def test_files_of_one_name_are_refused_before_any_is_built(run: Callable, small: Path) -> None:
    other = add(small, "content/again/small.yaml", "title: x\n")
    result = run("build", "content/small.yaml", other)
    assert result.exit_code == ExitCode.USAGE
    assert "2 files would be built as 'small.pdf'" in result.stderr
    assert not (small / "output").exists()


def test_a_file_that_is_not_there_is_told_before_any_is_built(run: Callable, small: Path) -> None:
    result = run("build", "content/small.yaml", "content/smal.yaml")
    assert result.exit_code == ExitCode.USAGE
    assert "did you mean 'content/small.yaml'?" in result.stderr
    assert not (small / "output").exists()
