import subprocess
import sys
from pathlib import Path

import pytest

from builder.layout.weasy import INSTALL_PANGO, weasyprint

WITHOUT_PANGO = """
import cffi
from builder.errors import MissingSoftware

def find_nothing(self, name, flags=0):
    raise OSError(name)

cffi.FFI.dlopen = find_nothing
try:
    import builder.layout.weasy
except MissingSoftware as error:
    print(error.exit_code.value, error.message, "|", error.help)
"""

SEARCHES = """
import ctypes.util, subprocess
before = ctypes.util.find_library
subprocess.Popen = None
import builder.layout.weasy
assert ctypes.util.find_library is before
"""


def run(program: str, root: Path) -> str:
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    return result.stdout


def test_version_without_known_holes() -> None:
    assert int(weasyprint.__version__.split(".")[0]) >= 70


def test_missing_pango_is_told_with_the_command_that_installs_it(root: Path) -> None:
    said = run(WITHOUT_PANGO, root).strip()
    message, _, command = said.partition(" | ")
    assert message == "3 Pango, which lays out the text, is not installed"
    assert command in INSTALL_PANGO.values()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems search in other ways")
def test_the_import_starts_no_program(root: Path) -> None:
    assert run(SEARCHES, root) == ""
