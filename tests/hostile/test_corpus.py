"""A corpus of hostile projects: nothing outside of them is touched, nobody is called, and each ends in words or files."""

from __future__ import annotations

import os
import re
import site
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hostile import decks, drawings, folders, images, paths, texts, themes, works
from tests.hostile.case import CONTENT, Case
from tests.hostile.drawings import drawing
from tests.hostile.traps import Canaries, Listener
from tests.hostile.warm import Run, WarmProgram

CASES = [
    case
    for module in (paths, drawings, images, texts, works, themes, decks, folders)
    for case in module.CASES
]
EVERY = int(os.environ.get("HOSTILE_EVERY", "3"))
"""Every third project is built by `make test`, which takes a minute and a half; all of them by `make torture`."""

SECONDS = 20
"""The longest that the program may take over one of them."""

SECRET = "canary-7f3a"
READ_BY_PYTHON = tuple(
    Path(folder).resolve() for folder in (sys.prefix, sys.base_prefix, *site.getsitepackages(), ROOT)
)
NEVER = re.compile(r"B901|Traceback|\b[A-Z]\w+(?:Error|Exception)\b|site-packages|builder/|canary-7f3a|\x1b")
TIME_OF_A_HALF = re.compile(r"/proc/\d+/stat")
"""How much of the processor's time a half of the build has used, for which the other one waits."""

REACHES_OUT = re.compile(
    r"socket\.(?!gethostname)|subprocess|os\.(?:exec|posix_spawn|spawn|system|startfile)|urllib|http"
)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WarmProgram]:
    warm = WarmProgram(tmp_path_factory.mktemp("notes"))
    yield warm
    warm.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


def write_secrets(outside: Path) -> None:
    """Write what hostile content asks for, each such that it would be taken if it could be had."""
    secrets = {
        "secret.svg": drawing(f"<title>{SECRET}</title>"), "secret.png": SECRET, "secret.csv": f"a,b\n1,{SECRET}\n",
        "secret.json": f'[{{"id": "a", "title": "{SECRET}"}}]', "secret.csl": SECRET, "secret.pptx": SECRET,
        "secret.dtd": f'<!ENTITY a "{SECRET}">', "style.css": f"/* {SECRET} */", "font.ttf": SECRET,
        "theme/_brand.yml": (themes.CLINICAL / "_brand.yml").read_text("utf-8"), "folder/secret.svg": SECRET,
    }  # fmt: skip
    for name, text in secrets.items():
        (outside / name).parent.mkdir(parents=True, exist_ok=True)
        (outside / name).write_text(text, encoding="utf-8")


def strangers(run: Run, project: Path) -> list[str]:
    """Return what was opened that belongs neither to the project nor to Python and this program."""
    allowed = (project, *READ_BY_PYTHON, Path("/proc/self/statm"), Path(os.devnull))
    opened = (
        path if path.is_absolute() else project / path
        for path in run.opened
        if not TIME_OF_A_HALF.fullmatch(str(path))
    )
    return [str(path) for path in opened if not path.resolve().is_relative_to(allowed[0]) and not any(
        path.is_relative_to(folder) or path.resolve().is_relative_to(folder) for folder in allowed)]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES[::EVERY], ids=lambda case: case.name)
def test_a_hostile_project(case: Case, program: WarmProgram, listener: Listener, tmp_path: Path) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside"
    project.mkdir()
    write_secrets(outside)
    case.write(project, outside, listener.address)
    before = {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()}
    canaries = Canaries(outside)
    run = program.run(project, "build", CONTENT, seconds=SECONDS)
    touched = canaries.touched()
    canaries.close()

    assert run.code not in (-9, -14, -24), f"took more than {SECONDS} s"
    assert not NEVER.search(run.err + run.out), run.err[-3000:]
    assert str(project) not in run.err + run.out, "a path of this machine that nobody wrote"
    errors = set(re.findall(r"error\[(B\d{3})\]", run.err))
    told = errors | (set(re.findall(r"warning\[(B\d{3})\]", run.err)) & case.codes)
    assert (run.code, told) == (1 if errors else case.exit_code, case.codes), run.err[:3000]
    assert touched == []
    assert {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()} == before
    assert listener.calls() == 0
    assert strangers(run, project) == []
    assert [event for event in run.events if REACHES_OUT.match(event[0])] == []


def test_the_corpus_is_large_and_its_names_differ() -> None:
    assert len(CASES[::EVERY]) >= 60
    assert len({case.name for case in CASES}) == len(CASES)


def test_a_project_that_reads_what_is_outside_is_noticed(program: WarmProgram, tmp_path: Path) -> None:
    """The watch can fail: a file that was opened is told by the kernel and by Python."""
    write_secrets(tmp_path / "outside")
    canaries = Canaries(tmp_path / "outside")
    run = program.run(tmp_path, "template", "outside/secret.pptx")
    assert "secret.pptx" in canaries.touched()
    assert strangers(run, tmp_path / "project") != []
    canaries.close()


def test_a_listener_counts_its_callers(listener: Listener) -> None:
    import socket

    host, port = listener.address.split(":")
    socket.create_connection((host, int(port))).close()
    assert listener.calls() == 1
