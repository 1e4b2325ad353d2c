"""What a build needs of a machine, and whether it is there."""

from __future__ import annotations

import ctypes
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from importlib.util import find_spec
from pathlib import Path

from builder.cli.doctor.systems import System, find_system
from builder.errors import MissingSoftware

OLDEST_PYTHON = (3, 11)
LIBRARIES = ("citeproc", "fontTools", "jinja2", "lxml", "markdown_it", "PIL", "pptx", "pydantic",
             "pypdfium2", "resvg_py", "rich", "weasyprint", "yaml")  # fmt: skip
SUBSETTERS = {
    "darwin": ("libharfbuzz-subset.0.dylib", "/opt/homebrew/lib/libharfbuzz-subset.0.dylib",
               "/usr/local/lib/libharfbuzz-subset.0.dylib"),
    "win32": ("libharfbuzz-subset-0.dll",),
}  # fmt: skip
LINUX_SUBSETTER = ("libharfbuzz-subset.so.0",)
JUDGES = (
    ("soffice", "LibreOffice", "libreoffice"),
    ("pdftoppm", "Poppler", "poppler"),
    ("qpdf", "qpdf", "qpdf"),
)


class Need(Enum):
    """Whether builds work without it."""

    REQUIRED = "required"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked for."""

    what: str
    present: bool
    remedy: str = ""
    need: Need = Need.REQUIRED


def run_checks() -> Iterator[Finding]:
    """Yield what was looked for, one after the other."""
    system = find_system()
    yield _check_python(system)
    yield _check_libraries()
    yield _check_pango(system)
    yield _check_subsetter(system)
    yield _check_theme()
    yield _check_output()
    for program, name, package in JUDGES:
        found = shutil.which(program) is not None
        yield Finding(f"{name}, for the tests", found, system.command_for(package), Need.OPTIONAL)


def _check_python(system: System) -> Finding:
    oldest = ".".join(map(str, OLDEST_PYTHON))
    what = f"Python {platform.python_version()}, {oldest} or newer is needed"
    return Finding(what, sys.version_info >= OLDEST_PYTHON, system.command_for("python"))


def _check_libraries() -> Finding:
    missing = [name for name in LIBRARIES if find_spec(name) is None]
    what = f"Python libraries: {', '.join(missing)}" if missing else "Python libraries"
    return Finding(what, not missing, f"{Path(sys.executable).name} -m pip install --upgrade diptych")


def _check_pango(system: System) -> Finding:
    try:
        import builder.layout.weasy  # noqa: F401 # whether it can be imported is the question
    except (MissingSoftware, ImportError):
        return Finding("Pango, which lays out the text", False, system.command_for("pango"))
    return Finding("Pango, which lays out the text", True)


def _check_subsetter(system: System) -> Finding:
    found = any(_can_load(name) for name in SUBSETTERS.get(sys.platform, LINUX_SUBSETTER))
    what = "HarfBuzz-subset, which makes the embedded fonts small"
    return Finding(what, found, system.command_for("harfbuzz-subset"))


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _check_theme() -> Finding:
    from builder.theme.places import DEFAULT_THEME, package_templates
    from builder.theme.read import read_theme
    from builder.world import World

    outcome = read_theme(World(Path(), (package_templates(),)), DEFAULT_THEME, None)
    fonts = outcome.value.font_files if outcome.value else ()
    present = bool(fonts) and all(file.is_file() for file in fonts)
    return Finding(
        f"the theme '{DEFAULT_THEME}' and its {len(fonts)} fonts",
        present,
        f"{Path(sys.executable).name} -m pip install --force-reinstall diptych",
    )


def _check_output() -> Finding:
    folder = next(path for path in (Path("output"), Path()) if path.is_dir())
    return Finding(
        "a folder to write to", os.access(folder, os.W_OK), "name a folder that you may write to with -o"
    )
