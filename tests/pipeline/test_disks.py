"""Disks that are full or cannot be written to, for real: small file systems in memory."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.errors import ExitCode, FileAccessError
from builder.pipeline.files import OutputFolder
from builder.pipeline.publish import publish
from tests.conftest import ROOT
from tests.pipeline.test_publish import NEW, OLD, STEM, make_record, names, outputs, put
from tests.torture.kills import find_damage, write_content

SIZE_KB = 64
LARGE = {"pdf": b"new pdf" * 2000, "pptx": b"new deck" * 10_000}


class Disk:
    """A file system in memory, mounted at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def mount(self, options: str) -> None:
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(self.path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"a disk of its own cannot be mounted here: {done.stderr.strip()}")

    def fill(self) -> None:
        """Leave no room."""
        with (self.path / "filler").open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(b"\0" * 512):
                pass


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a disk, and only Linux has this kind")
    (tmp_path / "disk").mkdir()
    disk = Disk(tmp_path / "disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk.path)], capture_output=True, check=False)


def test_a_full_disk_leaves_the_last_pair_and_nothing_else(disk: Disk) -> None:
    disk.mount(f"size={SIZE_KB}k")
    put(disk.path, OLD)
    before = names(disk.path)
    with pytest.raises(FileAccessError, match=r"the disk is full: 'output/talk\.pptx' could not be written"):
        put(disk.path, LARGE)
    assert outputs(disk.path) == OLD
    assert names(disk.path) == before
    put(disk.path, NEW)
    assert outputs(disk.path) == NEW


def test_a_full_disk_leaves_nothing_beside_an_output_that_is_open(disk: Disk) -> None:
    disk.mount(f"size={SIZE_KB}k")
    put(disk.path, OLD)
    (disk.path / f".~lock.{STEM}.pptx#").touch()
    before = names(disk.path)
    with pytest.raises(FileAccessError, match="the disk is full"):
        put(disk.path, LARGE)
    assert (outputs(disk.path), names(disk.path)) == (OLD, before)


@pytest.mark.parametrize("room", range(5))
def test_a_disk_that_fills_at_any_place_leaves_one_whole_pair(disk: Disk, room: int) -> None:
    disk.mount(f"size={SIZE_KB}k")
    put(disk.path, OLD)
    disk.fill()
    os.truncate(disk.path / "filler", (disk.path / "filler").stat().st_size - room * 4096)
    refused = None
    try:
        publish(OutputFolder(disk.path, "output"), STEM, NEW, make_record)
    except FileAccessError as error:
        refused = error.message
    assert refused is None or "the disk is full" in refused
    assert outputs(disk.path) == (NEW if refused is None else OLD)
    assert not [name for name in names(disk.path) if name.endswith(".part")]


def test_a_disk_that_cannot_be_written_to_is_a_plain_word(disk: Disk) -> None:
    disk.mount(f"size={SIZE_KB}k")
    put(disk.path, OLD)
    disk.mount("remount,ro")
    with pytest.raises(FileAccessError, match="cannot be written"):
        put(disk.path, NEW, force=True)
    assert outputs(disk.path) == OLD


def build(project: Path, *args: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "builder", "build", "content/small.yaml", *args]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.mark.slow
@pytest.mark.render
def test_the_program_on_full_and_on_read_only_disks(disk: Disk, tmp_path: Path) -> None:
    """The store of earlier work is lost silently; outputs that cannot be written are exit code 4."""
    disk.mount("size=1m")
    write_content(disk.path, 1)
    done = build(disk.path)
    assert done.returncode == ExitCode.OK, done.stderr
    write_content(disk.path, 2)
    disk.fill()
    done = build(disk.path)
    assert (done.returncode, done.stderr.count("the disk is full")) == (ExitCode.FILE_ACCESS, 1)
    assert find_damage(disk.path, at_rest=True) == ""
    assert build(disk.path, "-o", str(tmp_path / "elsewhere")).returncode == ExitCode.OK
    disk.mount("remount,ro")
    done = build(disk.path)
    assert (done.returncode, "cannot be written" in done.stderr) == (ExitCode.FILE_ACCESS, True)
    assert build(disk.path, "-o", str(tmp_path / "elsewhere"), "--force").returncode == ExitCode.OK
    assert find_damage(disk.path, at_rest=True) == ""
