"""The command line itself: what is misused gets a word that helps and exit code 2."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import builder
import builder.theme.read  # takes a name from `places` that a test here changes: it must have it before
from builder.cli import content_file
from builder.errors import ExitCode
from tests.cli.conftest import ROOT


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["bild"], ["unknown command 'bild'", "did you mean 'build'?"]),
        (["frobnicate"], ["unknown command 'frobnicate'", "the commands are build, check, watch, preview"]),
        (["build", "--forse"], ["unknown option '--forse'", "did you mean '--force'?"]),
        (["check", "a", "b"], ["too many or too few words", "see: diptych check --help"]),
        (["build", "-o"], ["'-o' is not used as it should be"]),
        (
            ["check", "--format", "xml"],
            ["unknown value for --format", "it is one of text, short, json, github"],
        ),
        (["explain"], ["CODE is missing"]),
        (["build", "--only", "pdv"], ["unknown output 'pdv'", "did you mean 'pdf'?"]),
        (
            ["build", "--only", "poster"],
            [
                "unknown output 'poster'",
                "the outputs are pdf, pptx, html, slides, handout, script, booklet, proof",
            ],
        ),
        (["explain", "b9O1"], ["unknown code 'b9O1'", "did you mean 'B901'?"]),
        (["explain", "Xylophone"], ["unknown code 'Xylophone'", "every fault is printed with its code"]),
        (["new", "a/../b"], ["cannot be a file's name"]),
    ],
)
def test_misuse_is_explained(run, args: list[str], words: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""
    assert result.stderr.startswith("error: ")
    for word in words:
        assert word in result.stderr


@pytest.mark.parametrize("args", [["--help"], ["-h"], ["build", "--help"], ["new", "-h"]])
def test_help_is_no_error(run, args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith("Usage: diptych")


def test_version(run) -> None:
    assert run("--version").stdout == f"diptych {builder.__version__}\n"


def test_a_file_that_does_not_exist_is_misuse_and_near_names_are_told(run, small: Path) -> None:
    result = run("build", "content/smal.yaml")
    assert result.exit_code == ExitCode.USAGE
    assert "'content/smal.yaml' does not exist" in result.stderr
    assert "did you mean 'content/small.yaml'?" in result.stderr


def test_the_name_without_its_folder_is_near_too(run, small: Path) -> None:
    assert "content/small.yaml" in run("check", "small.yaml").stderr


def test_a_folder_is_not_a_content_file(run, small: Path) -> None:
    result = run("check", "content")
    assert result.exit_code == ExitCode.USAGE
    assert "'content' is a folder, not a file" in result.stderr
    assert "content/small.yaml" in result.stderr


def test_without_a_file_the_only_one_is_meant(small: Path) -> None:
    assert content_file.require_content_file(None) == Path("content/small.yaml")


def test_several_files_are_listed(run, small: Path) -> None:
    (small / "content" / "other.yml").touch()
    result = run("check")
    assert result.exit_code == ExitCode.USAGE
    assert "name one of content/other.yml, content/small.yaml" in result.stderr


def test_no_file_leads_to_new(run, project: Path) -> None:
    result = run("build")
    assert result.exit_code == ExitCode.USAGE
    assert "diptych new NAME" in result.stderr


def test_a_bug_is_one_block_with_the_stage_and_a_report(
    run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from builder.theme import places

    (small / "output").mkdir()
    monkeypatch.setattr(places, "BRAND_FILE", 7)  # a bug of ours, wherever it is used
    result = run("check", "content/small.yaml")
    assert result.exit_code == ExitCode.INTERNAL
    assert result.stderr.startswith("error[B901]: internal error")
    assert "= stage: 2 theme" in result.stderr
    assert "= report: output/diptych-crash.txt" in result.stderr
    assert "Traceback" not in result.stderr
    assert "TypeError" not in result.stderr
    assert "TypeError" in (small / "output" / "diptych-crash.txt").read_text(encoding="utf-8")


def test_an_interruption_is_quiet(run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(named: str | None) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr("builder.cli.check.require_content_file", interrupt)
    result = run("check")
    assert result.exit_code == ExitCode.INTERRUPTED
    assert result.output.strip() == ""


def test_light_commands_stay_light(run_process, project: Path) -> None:
    heavy = ("weasyprint", "pptx", "pydantic", "lxml", "jinja2", "rich")
    code = "import sys, builder.cli.program as p; p.main.list_commands(None); "
    code += "[p.main.get_command(None, n) for n in p.COMMANDS]; "
    code += f"print([n for n in {heavy!r} if n in sys.modules])"
    import subprocess

    printed = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(builder.__file__).parents[1],
    )
    assert printed.stdout.strip() == "[]"


def test_an_interruption_that_python_cannot_raise_still_ends_the_program() -> None:
    """A finalizer is such a place: Python would print the exception and go on."""
    code = (
        "import sys; from builder.cli.program import main\n"
        "class Lost:\n    def __del__(self): raise KeyboardInterrupt\n"
        "type(main).main = lambda *_, **__: Lost() and None\n"
        "main(); print('went on')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stdout, done.stderr) == (ExitCode.INTERRUPTED, "", "")
