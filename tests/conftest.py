"""What all tests share: the repository's root, and the judges from outside with a reason where one is missing."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")  # the same examples on each run; new ones are looked for everywhere else

ROOT = Path(__file__).resolve().parent.parent


def require_program(name: str, debian_package: str) -> Path:
    """Return the path of the program, or skip the test; in CI a missing program is a failure."""
    found = shutil.which(name)
    if found is not None:
        return Path(found)
    reason = f"{name} is not installed; to install: apt-get install {debian_package}"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root, which holds `content/` and `templates/`."""
    return ROOT


@pytest.fixture(scope="session")
def soffice() -> Path:
    """LibreOffice; give each run a profile of its own (`-env:UserInstallation=`)."""
    return require_program("soffice", "libreoffice-impress")


@pytest.fixture(scope="session")
def pdftoppm() -> Path:
    """Poppler's renderer of PDF pages to images."""
    return require_program("pdftoppm", "poppler-utils")


@pytest.fixture(scope="session")
def pdftotext() -> Path:
    """Poppler's reader of PDF text."""
    return require_program("pdftotext", "poppler-utils")


@pytest.fixture(scope="session")
def qpdf() -> Path:
    """The checker of PDF structure."""
    return require_program("qpdf", "qpdf")
