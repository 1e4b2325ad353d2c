"""`diptych check --fix`."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from builder.errors import ExitCode, FileAccessError
from builder.pipeline.fix import fix, replace_unchanged

FAULTY = """\
title: A small talk   # a comment
sections:
  - title: Methods
    content:
      - text: Counting was was done ( twice ).
"""
MENDED = FAULTY.replace("was was", "was").replace("( twice )", "(twice)")


@pytest.fixture
def faulty(project: Path) -> Path:
    file = project / "content" / "small.yaml"
    file.write_text(FAULTY, encoding="utf-8")
    return file


@pytest.mark.render
def test_the_file_is_changed_and_each_change_is_told(run, faulty: Path) -> None:
    faulty.chmod(0o640)
    result = run("check", "--fix", "--strict")
    assert result.exit_code == ExitCode.OK
    assert faulty.read_text(encoding="utf-8") == MENDED
    assert "fixed content/small.yaml:5:24: 'was was' → 'was'" in result.stderr
    assert "3 changes in content/small.yaml" in result.stderr
    assert stat.S_IMODE(faulty.stat().st_mode) == 0o640
    assert [path.name for path in faulty.parent.iterdir()] == ["small.yaml"]


def test_the_mark_of_utf8_stays(faulty: Path) -> None:
    faulty.write_bytes(b"\xef\xbb\xbf" + FAULTY.encode())
    assert len(fix(faulty)) == 3
    assert faulty.read_bytes() == b"\xef\xbb\xbf" + MENDED.encode()


def test_a_file_without_faults_is_not_touched(faulty: Path) -> None:
    faulty.write_text(MENDED, encoding="utf-8")
    os.utime(faulty, (1, 1))
    assert fix(faulty) == ()
    assert faulty.stat().st_mtime == 1


def test_a_file_that_yaml_cannot_read_is_not_touched(faulty: Path) -> None:
    faulty.write_text("title: [\nabstract: was was\n", encoding="utf-8")
    assert fix(faulty) == ()


def test_a_file_that_changes_meanwhile_is_left_alone(faulty: Path) -> None:
    other = FAULTY + "      - text: Somebody wrote on.\n"
    faulty.write_text(other, encoding="utf-8")
    with pytest.raises(FileAccessError, match="was changed while it was checked"):
        replace_unchanged(faulty, FAULTY.encode(), MENDED.encode(), "content/small.yaml")
    assert faulty.read_text(encoding="utf-8") == other
    assert [path.name for path in faulty.parent.iterdir()] == ["small.yaml"]


def test_what_a_link_leads_to_is_changed_and_the_link_stays(faulty: Path, tmp_path: Path) -> None:
    kept = faulty.with_name("kept.yaml")
    faulty.rename(kept)
    faulty.symlink_to(kept.name)
    assert len(fix(faulty)) == 3
    assert faulty.is_symlink()
    assert kept.read_text(encoding="utf-8") == MENDED
