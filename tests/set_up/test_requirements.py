"""What gets installed: the locks, and the version that everything names."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import builder

LOCKS = ["run", "dev", "bench"]


def read_pins(root: Path, lock: str) -> dict[str, str]:
    text = (root / "requirements" / f"{lock}.txt").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def read_project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash_and_no_line_names_an_index(root, lock):
    lines = (root / "requirements" / f"{lock}.txt").read_text("utf-8").splitlines()

    pins = [number for number, line in enumerate(lines) if re.match(r"[a-z0-9]", line)]
    assert pins
    for number in pins:
        assert "==" in lines[number]
        assert lines[number + 1].strip().startswith("--hash=sha256:")
    assert not [line for line in lines if line.startswith("-") or "://" in line]


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_what_the_project_asks_for(root, lock):
    project = read_project(root)
    asked = project["dependencies"] + project["optional-dependencies"].get(lock, [])
    pins = read_pins(root, lock)

    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)]), str(requirement)


@pytest.mark.parametrize("lock", ["dev", "bench"])
def test_locks_agree_on_versions(root, lock):
    pins = read_pins(root, lock)
    assert {name: pins.get(name) for name in read_pins(root, "run")} == read_pins(root, "run")


def test_citation_names_this_version(root):
    assert f"version: {builder.__version__}\n" in (root / "CITATION.cff").read_text("utf-8")
