"""Which system this is, and how software is installed on it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

OS_RELEASE = Path("/etc/os-release")


@dataclass(frozen=True, slots=True)
class System:
    """A kind of system.

    Attributes:
        install: the command that installs packages. packages: what it calls the software that we know of.
        commands: of software that comes by other means.
    """

    name: str
    install: str
    packages: Mapping[str, str]
    commands: Mapping[str, str] = field(default_factory=dict)

    def command_for(self, software: str) -> str:
        """Return the command that installs `software`."""
        return self.commands.get(software) or f"{self.install} {self.packages[software]}"


DEBIAN = System(
    "debian",
    "sudo apt-get install",
    {
        "python": "python3 python3-venv",
        "pango": "libpango-1.0-0 libpangoft2-1.0-0",
        "harfbuzz-subset": "libharfbuzz-subset0",
        "libreoffice": "libreoffice-impress",
        "poppler": "poppler-utils",
        "qpdf": "qpdf",
    },
)
FEDORA = System(
    "fedora",
    "sudo dnf install",
    {
        "python": "python3",
        "pango": "pango",
        "harfbuzz-subset": "harfbuzz",
        "libreoffice": "libreoffice-impress",
        "poppler": "poppler-utils",
        "qpdf": "qpdf",
    },
)
MACOS = System(
    "macos",
    "brew install",
    {
        "python": "python",
        "pango": "pango",
        "harfbuzz-subset": "harfbuzz",
        "libreoffice": "libreoffice",
        "poppler": "poppler",
        "qpdf": "qpdf",
    },
)
WINDOWS = System(
    "windows",
    "in an MSYS2 UCRT64 shell (https://www.msys2.org): pacman -S",
    {
        "pango": "mingw-w64-ucrt-x86_64-pango",
        "harfbuzz-subset": "mingw-w64-ucrt-x86_64-harfbuzz",
        "poppler": "mingw-w64-ucrt-x86_64-poppler",
        "qpdf": "mingw-w64-ucrt-x86_64-qpdf",
    },
    {
        "python": "winget install Python.Python.3.13",
        "libreoffice": "winget install TheDocumentFoundation.LibreOffice",
    },
)
BY_DISTRIBUTION = {
    "debian": DEBIAN,
    "ubuntu": DEBIAN,
    "fedora": FEDORA,
    "rhel": FEDORA,
}


def find_system(platform: str = sys.platform, os_release: Path = OS_RELEASE) -> System:
    """Return this system, or Debian where it is none that we know."""
    if platform == "darwin":
        return MACOS
    if platform == "win32":
        return WINDOWS
    return next(
        (BY_DISTRIBUTION[name] for name in _distributions(os_release) if name in BY_DISTRIBUTION), DEBIAN
    )


def _distributions(os_release: Path) -> list[str]:
    """Return the distribution's name and those of the ones that it is like (os-release(5))."""
    try:
        lines = os_release.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    fields = dict(line.split("=", 1) for line in lines if "=" in line)
    return " ".join(fields.get(key, "").strip("\"'") for key in ("ID", "ID_LIKE")).split()
