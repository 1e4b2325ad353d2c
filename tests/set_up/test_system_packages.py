"""`.ci/system-packages` on machines of several kinds, each a folder of programs that stands in for PATH."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.layout.weasy import INSTALL_PANGO

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="make is not for Windows")

ORDINARY_USER = {"id": "echo 1000"}
SUPERUSER = {"id": "echo 0"}
PYTHON_WITHOUT_PANGO = {"python3": 'case "$*" in *ctypes*) exit 1 ;; esac'}
OLD_PYTHON = {"python3": "exit 1"}
APT = {"apt-get": 'echo "apt-get $*" >> "$LOG"'}
MENDS_PYTHON = 'echo "exit 0" > "$(command -v python3)"'
APT_THAT_INSTALLS_PANGO = {"apt-get": APT["apt-get"] + "; " + MENDS_PYTHON}


class Machine:
    """A PATH with these programs, each a line of shell, and nothing else but what the script itself is made of."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.log = folder / "log"
        self.bin.mkdir()
        self.log.touch()
        for name in ("sh", "uname", "env"):
            (self.bin / name).symlink_to(shutil.which(name))

    def run(
        self, root: Path, kind: str, programs: dict[str, str], python: str = ""
    ) -> subprocess.CompletedProcess:
        for name, line in programs.items():
            (self.bin / name).unlink(missing_ok=True)
            (self.bin / name).write_text(f"#!/bin/sh\n{line}\n", "utf-8")
            (self.bin / name).chmod(0o755)
        environment = {"PATH": str(self.bin), "LOG": str(self.log), "PYTHON": python}
        command = [".ci/system-packages", kind]
        return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_prints_the_command_and_exits_3_where_it_may_not_install(root, machine):
    done = machine.run(root, "build", ORDINARY_USER | PYTHON_WITHOUT_PANGO | APT)

    assert done.returncode == 3
    assert done.stderr.endswith(f"to install: {INSTALL_PANGO['linux']}\n")
    assert machine.log.read_text() == ""


def test_installs_as_superuser_after_an_update(root, machine):
    done = machine.run(root, "build", SUPERUSER | PYTHON_WITHOUT_PANGO | APT_THAT_INSTALLS_PANGO)

    assert done.returncode == 0, done.stderr
    update, install = machine.log.read_text().splitlines()
    assert update.startswith("apt-get update")
    assert install.endswith("libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")


def test_installs_with_sudo_that_asks_for_no_password(root, machine):
    sudo = {"sudo": '[ "$1" != -n ] || shift; "$@"'}
    done = machine.run(root, "build", ORDINARY_USER | sudo | PYTHON_WITHOUT_PANGO | APT_THAT_INSTALLS_PANGO)

    assert done.returncode == 0, done.stderr


def test_says_so_when_installing_did_not_help(root, machine):
    done = machine.run(root, "test", SUPERUSER | APT)

    assert done.returncode == 3
    assert (
        "missing: LibreOffice, Poppler, qpdf and Chromium; to install: apt-get install libreoffice-impress"
        in done.stderr
    )


def test_does_nothing_when_all_is_there(root, machine):
    judges = dict.fromkeys(("soffice", "pdftoppm", "qpdf", "chromium"), "")
    done = machine.run(root, "test", SUPERUSER | APT | judges)

    assert (done.returncode, done.stdout, machine.log.read_text()) == (0, "", "")


def test_a_named_python_that_is_too_old_is_refused_before_anything_is_installed(root, machine):
    done = machine.run(root, "build", SUPERUSER | APT | OLD_PYTHON, python="python3")

    assert done.returncode == 3
    assert "python3 is not a Python 3.11 or newer with venv" in done.stderr
    assert machine.log.read_text() == ""


def test_debian_without_venv_gets_it(root, machine):
    done = machine.run(root, "build", SUPERUSER | APT_THAT_INSTALLS_PANGO | OLD_PYTHON)

    assert done.returncode == 0, done.stderr
    assert "python3-venv" in machine.log.read_text()


def test_homebrew_is_used_where_there_is_no_apt(root, machine):
    brew = {"brew": "echo brew $* >> $LOG; " + MENDS_PYTHON, "uname": "echo Darwin"}
    done = machine.run(root, "build", ORDINARY_USER | PYTHON_WITHOUT_PANGO | brew)

    assert done.returncode == 0, done.stderr
    assert machine.log.read_text() == INSTALL_PANGO["darwin"] + "\n"
