"""What this machine lacks is said with the command that brings it, on every system."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli.doctor import checks
from builder.cli.doctor.checks import LIBRARIES
from builder.cli.doctor.systems import DEBIAN, FEDORA, MACOS, WINDOWS, System, find_system
from builder.errors import ExitCode

SOFTWARE = ("python", "pango", "harfbuzz-subset", "libreoffice", "poppler", "qpdf")


def test_a_machine_that_builds_lacks_nothing(run, project: Path) -> None:
    result = run("doctor")
    assert result.exit_code == ExitCode.OK
    assert "missing" not in result.stdout
    assert result.stdout.count("ok ") >= 6


def test_what_is_missing_comes_with_its_command(run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "LIBRARIES", (*LIBRARIES, "no_such_library"))
    result = run("doctor")
    assert result.exit_code == ExitCode.MISSING_SOFTWARE
    assert "missing   Python libraries: no_such_library" in result.stdout
    assert "-m pip install --upgrade diptych" in result.stdout


def test_what_only_tests_need_is_optional(run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "JUDGES", (("no-such-program", "LibreOffice", "libreoffice"),))
    result = run("doctor")
    assert result.exit_code == ExitCode.OK
    assert "optional  LibreOffice, for the tests" in result.stdout


@pytest.mark.parametrize("system", [DEBIAN, FEDORA, MACOS, WINDOWS], ids=lambda system: system.name)
@pytest.mark.parametrize("software", SOFTWARE)
def test_every_system_has_a_command_for_everything(system: System, software: str) -> None:
    assert len(system.command_for(software).split()) > 2


@pytest.mark.parametrize(
    ("release", "system"),
    [
        ("ID=debian\n", DEBIAN),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', DEBIAN),
        ('NAME="Fedora Linux"\nID=fedora\n', FEDORA),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', FEDORA),
        ("ID=plan9\n", DEBIAN),
    ],
)
def test_a_linux_is_known_by_its_name_or_its_likes(tmp_path: Path, release: str, system: System) -> None:
    file = tmp_path / "os-release"
    file.write_text(release, encoding="utf-8")
    assert find_system("linux", file) is system


def test_other_systems_are_known_by_their_platform(tmp_path: Path) -> None:
    assert find_system("darwin") is MACOS
    assert find_system("win32") is WINDOWS
    assert find_system("linux", tmp_path / "none") is DEBIAN
