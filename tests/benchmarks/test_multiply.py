"""Content that is many times as long builds, and says what the original says as many times."""

from __future__ import annotations

from pathlib import Path

import yaml

from builder.pipeline.build import check
from tests.benchmarks.multiply import multiply

TEXT = """\
title: A talk
sections:
  - title: Methods
    id: methods
    content:
      - text: See @tbl-counts and @methods, or write to a@b.org.
      - table: {columns: [Day, Count], rows: [[1, 11]]}
        id: tbl-counts
        caption: Counts of two days
"""


def test_each_copy_has_ids_and_titles_of_its_own_and_refers_to_itself(tmp_path: Path) -> None:
    content = tmp_path / "talk.yaml"
    content.write_text(TEXT, "utf-8")
    multiply(content, 3, tmp_path / "long.yaml")
    sections = yaml.safe_load((tmp_path / "long.yaml").read_text("utf-8"))["sections"]
    assert [section["title"] for section in sections] == ["Methods", "Methods (2)", "Methods (3)"]
    assert [section["id"] for section in sections] == ["methods", "methods-2", "methods-3"]
    assert sections[1]["content"][0]["text"] == "(2) See @tbl-counts-2 and @methods-2, or write to a@b.org."
    assert check(tmp_path / "long.yaml").exit_code == 0
