"""The wheel: installed alone, offline and away from the repository, it builds both outputs."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.render]

CONTENT = """\
title: A talk
sections:
  - title: First
    content:
      - text: Prose.
      - points: [one, two]
"""


def run_pip(*arguments: str | Path, cwd: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *arguments], cwd=cwd, check=True)


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run_pip("wheel", "--no-index", "--no-deps", "--no-build-isolation", "-w", folder, root, cwd=folder)
    return next(folder.glob("diptych-*.whl"))


def test_holds_the_package_and_the_themes_and_nothing_else(root, wheel):
    names = set(zipfile.ZipFile(wheel).namelist())

    for folder, place in (("builder", "builder"), ("templates", "builder/_templates")):
        files = [
            path for path in (root / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts
        ]
        missing = {f"{place}/{path.relative_to(root / folder).as_posix()}" for path in files} - names
        assert not missing
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"builder", "diptych"}


def test_builds_away_from_the_repository(wheel, tmp_path):
    run_pip("install", "--no-index", "--no-deps", "--target", tmp_path / "site", wheel, cwd=tmp_path)
    (tmp_path / "talk.yaml").write_text(CONTENT, "utf-8")
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site")}

    def run(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert run("-c", "import builder; print(builder.__file__)").startswith(str(tmp_path))
    run("-m", "builder", "build", "talk.yaml", "-o", "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {
        "talk.pdf",
        "talk.pptx",
        "talk.build.json",
    }
