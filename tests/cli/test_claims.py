"""`diptych claims` and `diptych check --parity`: what they print, write and return."""

import csv

from builder.cli.parity import list_blocks
from builder.errors import ExitCode
from builder.model.block import Output
from builder.pipeline.block_map import MappedBlock

CLAIMS = """\
title: A small talk
date: 2026-01-15
claims:
  - {id: count, statement: Things counted, value: 11, status: editorial}
sections:
  - title: Methods
    headline: We counted {count.value} things
    content:
      - text: Counting gave {count}, twice.
      - points: ["The first count gave {count.value}."]
        only: deck
"""


def write(project, text=CLAIMS):
    (project / "content" / "small.yaml").write_text(
        text.replace("headline: We counted {", "headline: We counted {")
    )


def test_both_tables_are_written_and_named(project, run):
    write(project)
    result = run("claims")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert result.stdout.splitlines() == [
        "output/small-claims.html  1 claim",
        "output/small-claims.csv  1 claim",
    ]
    files = sorted(file.name for file in (project / "output").iterdir() if not file.name.startswith("."))
    assert files == ["small-claims.csv", "small-claims.html"]
    with (project / "output" / "small-claims.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [
            (row["claim"], row["pages"], row["slides"], row["notes"]) for row in csv.DictReader(file)
        ] == [("count", "1", "2", "2")]


def test_one_format_and_another_folder(project, run):
    write(project)
    assert run("claims", "content/small.yaml", "-o", "tables", "--format", "csv").exit_code == ExitCode.OK
    assert [file.name for file in (project / "tables").glob("*.*") if file.name[0] != "."] == [
        "small-claims.csv"
    ]


def test_text_is_printed_and_nothing_written(project, run):
    write(project)
    result = run("claims", "--format", "text")
    assert [line.split()[:2] for line in result.stdout.splitlines()] == [["claim", "value"], ["count", "11"]]
    assert not (project / "output").exists()


def test_faults_are_told_and_nothing_is_written(project, run):
    write(project, CLAIMS.replace("{count}", "{conut}"))
    result = run("claims")
    assert result.exit_code == ExitCode.CONTENT
    assert "did you mean 'count'?" in result.stderr
    assert "nothing was written: 1 error" in result.stderr
    assert not (project / "output").exists()


def test_a_file_without_claims_says_so(small, run):
    result = run("claims", "--format", "text")
    assert result.exit_code == ExitCode.OK
    assert result.stderr == "content/small.yaml has no claims\n"


def test_parity_lists_blocks_with_their_pages_and_slides(project, run):
    write(project)
    result = run("check", "--parity")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert [" ".join(line.split()) for line in result.stdout.splitlines()] == [
        "line block name pages slides",
        "6 section Methods 1 2",
        "9 text 1 2 (notes)",
        "10 points deck only 2",
        "content/small.yaml: no errors",
    ]
    assert not (project / "output").exists()


def test_parity_of_a_faulty_file_is_its_faults(project, run):
    write(project, CLAIMS.replace("{count}", "{conut}"))
    result = run("check", "--parity")
    assert result.exit_code == ExitCode.CONTENT
    assert result.stdout == "content/small.yaml: 1 error\n"


def test_a_long_name_is_cut_and_ranges_are_short():
    both = frozenset(Output)
    blocks = [
        MappedBlock("a", "table", "n" * 60, 7, both, (1, 2, 3, 5), (4,)),
        MappedBlock("b", "page-break", "", 120, frozenset({Output.REPORT})),
    ]
    _, table, page_break = list_blocks(blocks)
    assert table.split() == ["7", "table", "n" * 43 + "…", "1–3,", "5", "4"]
    assert page_break.split() == ["120", "page-break", "–", "report", "only"]
