"""A briefing that carries what it was made of."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from builder.errors import ExitCode
from builder.model.block import Output
from builder.pipeline.build import Request, build
from tests.pdf.mend.test_mend import NO_FAULTS
from tests.pdf.tagged import find_faults

pytestmark = pytest.mark.render

CONTENT = """\
title: With its sources
date: 2026-01-15
bibliography: [refs.json, más/refs.json]
report: {attach: true}
pointers: false
sections:
  - title: First
    content:
      - table: {data: zahlen-größe.csv}
        caption: Numbers [@a; @b].
      - chart: {type: bar, data: más/refs.csv, x: g, y: n}
        alt: One bar of 3.
      - table: {data: zahlen-größe.csv}
        caption: The same again.
"""
WORK = '[{"id": "%s", "type": "book", "title": "T %s", "issued": {"date-parts": [[2020]]}}]'
FILES = {
    "talk.yaml": CONTENT,
    "refs.json": WORK % ("a", "a"),
    "más/refs.json": WORK % ("b", "b"),
    "zahlen-größe.csv": "a,b\n1,2\n",
    "más/refs.csv": "g,n\nx,3\n",
}


def make(root: Path, **changed: str) -> Path:
    for name, text in {**FILES, **changed}.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    result = build(Request(root / "content" / "talk.yaml", root / "output", "output", (Output.REPORT,)))
    assert result.exit_code is ExitCode.OK, result.diagnostics
    return root / "output" / "talk.pdf"


def test_every_file_is_there_as_it_is(tmp_path: Path) -> None:
    file = make(tmp_path)
    with pikepdf.open(file) as pdf:
        attached = [(str(one.UF), str(one.AFRelationship), one.EF.UF) for one in pdf.Root.AF]
        found = {name: stream.read_bytes().decode() for name, _, stream in attached}
        assert found == {
            "talk.yaml": CONTENT,
            "zahlen-größe.csv": FILES["zahlen-größe.csv"],
            "refs.csv": FILES["más/refs.csv"],
            "refs.json": FILES["refs.json"],
            "refs-2.json": FILES["más/refs.json"],
        }
        assert [relationship for _, relationship, _ in attached] == ["/Source", *["/Data"] * 4]
        kinds = ["application/yaml", "text/csv", "text/csv", "application/json", "application/json"]
        assert [str(stream.Subtype)[1:] for _, _, stream in attached] == kinds
        assert {str(stream.Params.ModDate) for _, _, stream in attached} == {"D:20260115"}
        assert set(pdf.attachments) == set(found)
    assert find_faults(file) - NO_FAULTS.keys() == set()


def test_bytes_depend_on_the_files_alone(tmp_path: Path) -> None:
    first = make(tmp_path / "a").read_bytes()
    assert make(tmp_path / "b").read_bytes() == first
    assert make(tmp_path / "a", **{"talk.yaml": f"{CONTENT}# seen by nobody else\n"}).read_bytes() != first


def test_nothing_is_attached_unasked(tmp_path: Path) -> None:
    file = make(tmp_path, **{"talk.yaml": CONTENT.replace("report: {attach: true}\n", "")})
    with pikepdf.open(file) as pdf:
        assert "/AF" not in pdf.Root
        assert not pdf.attachments
