"""The project root: the folder that holds the `content/` folder of a file, else the file's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.pipeline.project import find_root, open_world
from builder.theme.places import package_templates


@pytest.mark.parametrize(
    ("file", "root"),
    [
        ("work/content/talk.yaml", "work"),
        ("work/content/2026/talk.yaml", "work"),
        ("work/talk.yaml", "work"),
        ("work/contents/talk.yaml", "work/contents"),
    ],
)
def test_root(tmp_path: Path, file: str, root: str) -> None:
    assert find_root(tmp_path / file) == tmp_path / root


def test_a_relative_name_is_taken_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_root(Path("content/talk.yaml")) == tmp_path


def test_the_world_reads_the_project_and_the_packages_themes(tmp_path: Path) -> None:
    world = open_world(tmp_path / "content" / "talk.yaml")
    assert world.root == tmp_path
    assert world.is_file(package_templates() / "clinical" / "_brand.yml")
