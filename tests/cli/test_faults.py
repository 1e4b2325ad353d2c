"""The ten faults that tired people make: each located, all in one run where they can stand together."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from builder.errors import ExitCode

FAULTS = {
    "unknown key": ("subtitle:", "subtitel:", "B201"),
    "missing figure": ("talk/panels.svg", "talk/panel.svg", "B501"),
    "unknown citation": ("cite [@Tufte2001, p. 92]", "cite [@Tufte2002, p. 92]", "B510"),
    "duplicate id": ("id: fig-groups", "id: fig-accuracy", "B207"),
    "bad date": ("date: 2026-01-15", "date: 2026-13-15", "B205"),
    "wrong type": ("toc: true", "toc: 12", "B203"),
    "missing alternative text": ("alt: One file on the left;", "caption-of: One file on the left;", "B211"),
    "broken cross-reference": ("as @tbl-formats", "as @tbl-format", "B206"),
}
SYNTAX_FAULTS = {
    "tab": ("  - title: Text and points", "\t- title: Text and points", "B103"),
    "unquoted colon": ("- A point is one thought.", "- A point: it is: one thought.", "B105"),
}
NEVER = re.compile(r"Traceback|Error\b|Exception|yaml\.|pydantic|/tmp|/home|site-packages")


@pytest.fixture
def talk(run, project: Path) -> Path:
    """The content file of `diptych new talk`."""
    assert run("new", "talk").exit_code == ExitCode.OK
    return project / "content" / "talk.yaml"


def spoil(file: Path, *faults: tuple[str, str, str]) -> dict[str, int]:
    """Put faults into a content file; return the line of each by its code."""
    text = file.read_text(encoding="utf-8")
    lines = {code: text[: text.index(right)].count("\n") + 1 for right, _, code in faults}
    for right, wrong, _ in faults:
        text = text.replace(right, wrong, 1)
    file.write_text(text, encoding="utf-8")
    return lines


@pytest.mark.parametrize("name", [*FAULTS, *SYNTAX_FAULTS])
def test_each_fault_is_located_and_explained(run, talk: Path, name: str) -> None:
    fault = {**FAULTS, **SYNTAX_FAULTS}[name]
    lines = spoil(talk, fault)
    result = run("check")
    assert result.exit_code == ExitCode.CONTENT
    code = fault[2]
    assert f"error[{code}]: " in result.stderr
    if code != "B211":  # is shown at the block's kind
        assert f"--> content/talk.yaml:{lines[code]}:" in result.stderr
    assert "^" in result.stderr
    assert "= help: " in result.stderr
    assert not NEVER.search(result.stderr)


def test_all_that_can_stand_together_are_reported_in_one_run(run, talk: Path) -> None:
    spoil(talk, *FAULTS.values())
    result = run("check", "--format", "json")
    assert result.exit_code == ExitCode.CONTENT
    assert result.stderr == ""
    found = json.loads(result.stdout)
    assert {fault["code"] for fault in found} >= {code for _, _, code in FAULTS.values()}
    assert all(fault["line"] and fault["path"] == "content/talk.yaml" for fault in found)


@pytest.mark.parametrize("name", SYNTAX_FAULTS)
def test_a_syntax_error_stands_alone(run, talk: Path, name: str) -> None:
    spoil(talk, *FAULTS.values(), SYNTAX_FAULTS[name])
    found = json.loads(run("check", "--format", "json").stdout)
    assert {fault["code"] for fault in found} == {SYNTAX_FAULTS[name][2]}


def test_faults_as_lines_for_editors_go_to_standard_output(run, talk: Path) -> None:
    lines = spoil(talk, FAULTS["bad date"])
    result = run("check", "--format", "short")
    assert result.stdout.startswith(f"content/talk.yaml:{lines['B205']}:")
    assert "error[B205]" in result.stdout


def test_a_process_shows_the_same_and_no_traceback(run_process, talk: Path) -> None:
    spoil(talk, *FAULTS.values())
    done = run_process("build")
    assert done.returncode == ExitCode.CONTENT
    assert done.stdout == ""
    assert "\033" not in done.stderr
    assert "nothing was written: " in done.stderr
    assert not NEVER.search(done.stderr)
    assert not (talk.parents[1] / "output").exists()


def test_faults_as_sarif_are_of_the_content_file(run, talk: Path) -> None:
    lines = spoil(talk, FAULTS["bad date"])
    run_of = json.loads(run("check", "--format", "sarif").stdout)["runs"][0]
    places = [result["locations"][0]["physicalLocation"] for result in run_of["results"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {"content/talk.yaml"}
    assert lines["B205"] in {place["region"]["startLine"] for place in places}


def test_a_work_cited_in_the_wrong_form_is_told_once(run, talk: Path) -> None:
    spoil(talk, ("[@Garner2013; @Alley2013]", "(@Garner2013, @Alley2013)", "B206"))
    told = run("check", "--format", "short").stdout
    assert re.findall(r"B\d{3}", told) == ["B206", "B206"]
