"""What all tests share: the repository's root, and the judges from outside with a reason where one is missing."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from builder.remembered import forget_everything

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")  # the same examples on each run; new ones are looked for everywhere else

EXIT_STATUS = pytest.StashKey[int]()
ROOT = Path(__file__).resolve().parent.parent


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Remember how the tests ended."""
    session.config.stash[EXIT_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End without the interpreter's own clean-up, as the program does.

    Why: Pango, PDFium and resvg in one process now and then crash while they are torn down, after
    the last test has been reported, and would turn a green run red.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    if EXIT_STATUS in config.stash:
        os._exit(config.stash[EXIT_STATUS])


def require_program(name: str, debian_package: str) -> Path:
    """Return the path of the program, or skip the test; in CI a missing program is a failure."""
    found = shutil.which(name)
    if found is not None:
        return Path(found)
    reason = f"{name} is not installed; to install: apt-get install {debian_package}"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Let no test be given what another one worked out."""
    forget_everything()


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
def pdfinfo() -> Path:
    """Poppler's reader of the tag tree."""
    return require_program("pdfinfo", "poppler-utils")


@pytest.fixture(scope="session")
def qpdf() -> Path:
    """The checker of PDF structure."""
    return require_program("qpdf", "qpdf")


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Chromium, running; `tests.chromium.visit` opens pages in it.

    Why for a module: while it runs, nothing else in this process may run an event loop.
    """
    from tests.chromium import open_browser

    with open_browser(require_program("chromium", "chromium")) as running:
        yield running
