"""Builds that are killed at random moments: fewer of them than `make torture` has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.kills import find_damage, kill_at_random, write_content


@pytest.mark.slow
@pytest.mark.render
def test_a_build_killed_at_any_moment_leaves_one_whole_pair(tmp_path: Path) -> None:
    assert kill_at_random(tmp_path, 8) == []


def test_a_mixed_pair_would_be_noticed(tmp_path: Path) -> None:
    write_content(tmp_path, 1)
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "small.pdf").write_bytes(b"another")
    (tmp_path / "output" / "small.build.json").write_text('{"outputs": {"small.pdf": {"sha256": "0"}}}')
    assert find_damage(tmp_path, at_rest=False) == "small.pdf is not that of the record"
