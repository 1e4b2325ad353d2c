"""What `diptych new` writes is a document that builds, without a single complaint, with one of every block."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.errors import ExitCode
from builder.model.block import Block


def test_it_says_what_to_do_next(run, project: Path) -> None:
    result = run("new", "my-talk")
    assert result.exit_code == ExitCode.OK
    assert "diptych build content/my-talk.yaml" in result.stdout
    assert (project / "content" / "my-talk.yaml").is_file()
    assert {path.name for path in (project / "content" / "my-talk").iterdir()} == {
        "accuracy.csv",
        "panels.svg",
        "references.json",
    }


def test_its_first_line_leads_editors_to_the_schema(run, project: Path) -> None:
    run("new", "my-talk")
    first = (project / "content" / "my-talk.yaml").read_text(encoding="utf-8").splitlines()[0]
    schema = project / "content" / first.rpartition("$schema=")[2]
    assert "sections" in json.loads(schema.read_text(encoding="utf-8"))["required"]


def test_nothing_is_overwritten(run, project: Path) -> None:
    mine = project / "content" / "my-talk.yaml"
    mine.write_text("mine", encoding="utf-8")
    result = run("new", "my-talk")
    assert result.exit_code == ExitCode.USAGE
    assert "'content/my-talk.yaml' exists already" in result.stderr
    assert mine.read_text(encoding="utf-8") == "mine"
    assert not (project / "content" / "my-talk").exists()


def test_it_has_one_of_every_block(run, project: Path) -> None:
    from builder.content.load import load
    from builder.deck.blocks import blocks_in
    from builder.pipeline.project import open_world

    run("new", "my-talk")
    file = project / "content" / "my-talk.yaml"
    document = load(open_world(file), file).require()
    kinds = {type(block).__name__ for block in blocks_in(document.sections)}
    assert kinds == {cls.__name__ for cls in Block.__subclasses__() if cls.__module__ == Block.__module__}


@pytest.mark.render
def test_it_passes_the_strict_check(run, project: Path) -> None:
    run("new", "my-talk")
    result = run("check", "--strict")
    assert result.exit_code == ExitCode.OK, result.stderr
    assert result.stderr == ""
    assert result.stdout == "content/my-talk.yaml: no errors\n"


@pytest.mark.render
def test_it_builds_both_outputs(run_process, project: Path) -> None:
    assert run_process("new", "my-talk").returncode == ExitCode.OK
    done = run_process("build", "--strict")
    assert done.returncode == ExitCode.OK, done.stderr
    assert done.stderr == ""
    assert {path.name for path in (project / "output").iterdir()} == {
        "my-talk.pdf",
        "my-talk.pptx",
        "my-talk.build.json",
    }
