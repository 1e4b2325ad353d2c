"""What the machine lacks is told as such, and not as a fault of ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder.cli.machine import find_lack
from builder.errors import ExitCode
from builder.pipeline.log import StageCrash
from tests.conftest import ROOT

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
def test_results_that_no_disk_takes_are_a_full_disk() -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "builder", "explain", "B206"],
            env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == ExitCode.FILE_ACCESS
    assert done.stderr == "error: the disk is full\n  = help: free some space and try again\n"


def crash(cause: BaseException) -> StageCrash:
    try:
        raise StageCrash("6 write", "") from cause
    except StageCrash as error:
        return error


def test_memory_that_ran_out_in_a_stage_is_no_bug() -> None:
    lack = find_lack(crash(MemoryError()))
    assert lack is not None
    assert lack.exit_code is ExitCode.MISSING_SOFTWARE


def test_another_error_is_a_bug() -> None:
    assert find_lack(crash(PermissionError(13, "denied"))) is None
