"""The one place where WeasyPrint is imported: quickly, quietly, with a useful word when Pango is missing."""

from __future__ import annotations

import contextlib
import ctypes.util
import io
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

from builder.errors import MissingSoftware
from builder.layout import (
    characters,
    empty_margins,
    footnotes,
    known_fonts,
    known_lines,
    known_rules,
    leftovers,
    line_break,
    line_ends,
    page_references,
    page_trials,
    painted_pages,
    pdf_objects,
    progress,
    rhythm,
    selectors,
    shared_styles,
    slim_boxes,
    tags,
    unpainted,
    used_values,
)
from builder.layout.later import LaterModule, later

MAC_LIBRARY_FOLDERS = (Path("/opt/homebrew/lib"), Path("/usr/local/lib"), Path("/opt/local/lib"))
"""Where Homebrew (Apple silicon, Intel) and MacPorts put libraries; the system's search knows but one."""

SELDOM = (
    LaterModule("fontTools.subset"),
    LaterModule("fontTools.ttLib.woff2"),
    LaterModule("fontTools.varLib.instancer", "instantiateVariableFont"),
)
"""What WeasyPrint needs for fonts of style sheets, for variable ones, and for all where HarfBuzz cannot subset them."""

INSTALL_PANGO = {
    "linux": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "brew install pango",
    "win32": "pacman -S mingw-w64-ucrt-x86_64-pango (in an MSYS2 shell, from https://www.msys2.org)",
}


def install_command() -> str:
    """Return the command that installs Pango on this system."""
    return INSTALL_PANGO.get(sys.platform, INSTALL_PANGO["linux"])


def _find_mac_library(name: str) -> str | None:
    files = (f"lib{name}.dylib", f"{name}.dylib", name)
    candidates = (folder / file for folder in MAC_LIBRARY_FOLDERS for file in files)
    return next((str(path) for path in candidates if path.is_file()), None)


def _find_nothing(name: str) -> None:  # noqa: ARG001 # the signature is find_library's
    return None


@contextlib.contextmanager
def _quick_library_search() -> Iterator[None]:
    """Keep `ctypes.util.find_library` from starting a compiler and a linker for each name.

    Why: WeasyPrint tries several names for each library; on Linux the plain soname, tried without a search,
    is the one that works, and the 22 misses before it take 0.2 to 0.4 s.
    """
    original = ctypes.util.find_library
    if sys.platform == "darwin":
        ctypes.util.find_library = lambda name: _find_mac_library(name) or original(name)
    elif sys.platform != "win32":
        ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = original


try:
    with (
        _quick_library_search(), later(*SELDOM), contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings()
    ):  # fmt: skip
        warnings.simplefilter("ignore")
        import weasyprint
        from PIL import ImageFile

        # WeasyPrint lets Pillow take damaged images; whether one is damaged is for `resolve` to say.
        ImageFile.LOAD_TRUNCATED_IMAGES = False
except OSError as error:
    raise MissingSoftware("Pango, which lays out the text, is not installed", install_command()) from error

known_fonts.mend(weasyprint)
known_lines.mend(weasyprint)
line_break.mend(weasyprint)
line_ends.mend(weasyprint)
footnotes.mend(weasyprint)
rhythm.mend(weasyprint)
tags.mend(weasyprint)
selectors.mend(weasyprint)
shared_styles.mend(weasyprint)
known_rules.mend(weasyprint)
used_values.mend(weasyprint)
leftovers.mend(weasyprint)
progress.mend(weasyprint)
page_trials.mend(weasyprint)
page_references.mend(weasyprint)
pdf_objects.mend(weasyprint)
characters.mend(weasyprint)
empty_margins.mend(weasyprint)
unpainted.mend(weasyprint)
slim_boxes.mend(weasyprint)
painted_pages.mend(weasyprint)

__all__ = ["install_command", "weasyprint"]
