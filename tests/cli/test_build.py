"""A build from end to end: what it says, what it leaves, and what it leaves alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from builder.errors import ExitCode

pytestmark = pytest.mark.render


def outputs(project: Path, stem: str = "small") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "output").glob(f"{stem}*")}


def test_a_build_says_what_it_wrote(run, small: Path) -> None:
    result = run("build")
    assert result.exit_code == ExitCode.OK, result.stderr
    assert re.fullmatch(
        r"output/small\.pdf   \d pages?\noutput/small\.pptx  \d slides\nbuilt in \d+\.\d s\n", result.stdout
    )
    assert result.stderr == ""
    assert set(outputs(small)) == {"small.pdf", "small.pptx", "small.build.json"}


def test_the_record_says_what_went_in_and_where_it_landed(run, built: Path) -> None:
    text = (built / "output" / "small.build.json").read_text(encoding="utf-8")
    record = json.loads(text)
    assert str(built) not in text
    assert record["content"] == "content/small.yaml"
    assert len(record["inputs"]["content/small.yaml"]) == 64
    assert {"diptych", "python", "weasyprint", "python-pptx", "pango"} <= set(record["versions"])
    place = {"kind": "points", "name": "", "line": 8, "pages": [1], "slides": [2]}
    assert record["blocks"]["sections/0/content/1"] == place
    assert record["omitted"] == {"report": [], "deck": []}
    assert set(record["outputs"]) == {"small.pdf", "small.pptx"}
    assert record["editability"]["deck"]["pictures"] == 0


def test_verbose_prints_the_stages_and_what_the_deck_is_made_of(run, small: Path) -> None:
    result = run("build", "--verbose")
    for words in ("1  read", "5  compose, report", "6  lay out, deck", "8  inspect, report", "9  publish"):
        assert words in result.stderr
    assert re.search(r"deck: \d+ placeholders", result.stderr)
    assert result.stdout.startswith("output/small.pdf")


def test_one_output_alone(run, small: Path) -> None:
    result = run("build", "--only", "pptx", "-o", "else/where")
    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith("else/where/small.pptx")
    assert {path.name for path in (small / "else" / "where").iterdir()} == {"small.pptx", "small.build.json"}


def test_a_second_build_gives_the_same_bytes(run, run_process, built: Path) -> None:
    before = outputs(built)
    assert (
        run_process("build", "--force", PYTHONHASHSEED="7", TZ="Asia/Tokyo", LC_ALL="C").returncode
        == ExitCode.OK
    )
    assert outputs(built) == before


@pytest.mark.parametrize("fault", ["missing: figure", "\ttab", "title: [wrong type]"])
def test_a_build_that_fails_leaves_the_last_good_output(run, built: Path, fault: str) -> None:
    before = outputs(built)
    file = built / "content" / "small.yaml"
    file.write_text(file.read_text(encoding="utf-8") + fault, encoding="utf-8")
    result = run("build")
    assert result.exit_code == ExitCode.CONTENT
    assert result.stdout == ""
    assert outputs(built) == before


def test_warnings_fail_under_strict_only(run, small: Path) -> None:
    file = small / "content" / "small.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "subtitle: Part #1 of two\n", encoding="utf-8")
    strict = run("build", "--strict")
    assert strict.exit_code == ExitCode.CONTENT
    assert "warning[B115]" in strict.stderr
    assert "nothing was written: 1 warning" in strict.stderr
    assert not (small / "output").exists()
    lenient = run("build")
    assert lenient.exit_code == ExitCode.OK
    assert "warning[B115]" in lenient.stderr


def test_an_output_edited_by_hand_is_left_and_force_replaces_it(run, built: Path) -> None:
    deck = built / "output" / "small.pptx"
    deck.write_bytes(deck.read_bytes() + b"edited")
    before = outputs(built)
    result = run("build")
    assert result.exit_code == ExitCode.FILE_ACCESS
    assert "'small.pptx' was edited since it was built" in result.stderr
    assert "--force" in result.stderr
    after = outputs(built)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"small.new.pdf", "small.new.pptx"}
    assert result.stdout.startswith("output/small.new.pdf")
    assert run("build", "--force").exit_code == ExitCode.OK
    assert deck.read_bytes() == after["small.new.pptx"]


def test_a_deck_that_is_open_is_left(run, built: Path) -> None:
    (built / "output" / ".~lock.small.pptx#").touch()
    before = outputs(built)
    result = run("build", "--force")
    assert result.exit_code == ExitCode.FILE_ACCESS
    assert "'small.pptx' is open in LibreOffice" in result.stderr
    assert {name: data for name, data in outputs(built).items() if ".new." not in name} == before


def test_an_output_folder_that_cannot_be_is_a_plain_word(run, small: Path) -> None:
    (small / "output").write_text("a file", encoding="utf-8")
    result = run("build", "--only", "pptx")
    assert result.exit_code == ExitCode.FILE_ACCESS
    assert result.stderr.startswith("error: 'output' cannot be written")


def test_the_next_build_finishes_an_interrupted_one_even_if_it_fails_itself(run, built: Path) -> None:
    from builder.pipeline.files import OutputFolder
    from builder.pipeline.journal import Entry, fingerprint, write_journal

    folder = OutputFolder(built / "output", "output")
    old = folder.read("small.pdf")
    folder.write(".small.pdf.part", b"newer")
    write_journal(folder, "small", [Entry("small.pdf", fingerprint(old), fingerprint(b"newer"))])
    (built / "content" / "small.yaml").write_text("title: [", encoding="utf-8")
    assert run("build").exit_code == ExitCode.CONTENT
    assert (built / "output" / "small.pdf").read_bytes() == b"newer"
    assert not (built / "output" / ".small.publish.json").exists()


def test_prints_of_the_deck_are_made_if_they_are_named(run, small: Path) -> None:
    result = run("build", "--only", "slides,script")
    assert result.exit_code == 0
    folder = small / "output"
    assert {file.name for file in folder.iterdir()} == {
        "small-slides.pdf", "small-script.pdf", "small.build.json",
    }  # fmt: skip
    assert "small-slides.pdf" in result.stdout
    record = json.loads((folder / "small.build.json").read_text(encoding="utf-8"))
    assert set(record["outputs"]) == {"small-slides.pdf", "small-script.pdf"}


def test_prints_are_published_with_the_rest_or_not_at_all(run, built: Path) -> None:
    assert run("build", "--only", "pptx,handout").exit_code == 0
    (built / "output" / "small-handout.pdf").write_bytes(b"%PDF marked by hand")
    before = (built / "output" / "small.pptx").read_bytes()
    result = run("build", "--only", "pptx,handout")
    assert result.exit_code == 4
    assert (built / "output" / "small.pptx").read_bytes() == before
    assert (built / "output" / "small-handout.pdf").read_bytes() == b"%PDF marked by hand"
    assert (built / "output" / "small-handout.new.pdf").is_file()
    assert (built / "output" / "small.new.pptx").is_file()


def test_prints_of_the_briefing_are_made_without_it(run, small: Path) -> None:
    result = run("build", "--only", "booklet,proof")
    assert result.exit_code == 0
    assert {file.name for file in (small / "output").iterdir()} == {
        "small-booklet.pdf", "small-proof.pdf", "small.build.json",
    }  # fmt: skip
    assert "small-booklet.pdf" in result.stdout
    assert "unchanged" in run("build", "--only", "booklet,proof").stdout


def test_a_proof_tells_which_series_print_alike(run, small: Path) -> None:
    content = small / "content" / "small.yaml"
    chart = """
      - chart:
          {type: bar, x: arm, y: [a, b, c, d, e, f], data: {arm: [A], a: [1], b: [2], c: [3], d: [4], e: [5], f: [6]}}
        alt: Six bars.
"""
    content.write_text(content.read_text(encoding="utf-8").rstrip("\n") + chart, encoding="utf-8")
    assert "B710" not in run("build", "--only", "booklet").stderr
    told = run("build", "--only", "proof")
    assert "warning[B710]: 'e' and 'f' print alike in grey" in told.stderr
    assert told.exit_code == 0
    strict = run("build", "--only", "proof", "--strict")
    assert strict.exit_code == ExitCode.CONTENT
