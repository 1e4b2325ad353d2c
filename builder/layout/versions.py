"""The versions of what sets the text, native libraries and installed ones; others may break lines elsewhere."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from functools import cache

SONAMES = {
    "linux": ("libpango-1.0.so.0", "libharfbuzz.so.0"),
    "win32": ("libpango-1.0-0.dll", "libharfbuzz-0.dll"),
}
"""Pango's and HarfBuzz's names for the system's loader; the layout engine ends up with the same ones."""

_INSTALLED = re.compile(r"(.+?)-([^-]+)\.dist-info")


@cache
def native_versions() -> dict[str, str]:
    """Return the versions of Pango and HarfBuzz.

    Why: they are asked directly where the loader finds them, because a run that finds nothing changed must not load
    the layout engine, which takes longer than all the rest of it.
    """
    try:
        pango, harfbuzz = (ctypes.CDLL(name) for name in SONAMES.get(sys.platform, ()))
    except (OSError, ValueError):
        return _versions_of_the_engine()
    harfbuzz.hb_version_string.restype = ctypes.c_char_p
    return _named(pango.pango_version(), harfbuzz.hb_version_string())


def _versions_of_the_engine() -> dict[str, str]:
    """Return what the layout engine itself has loaded, after a search that only it knows."""
    from builder.layout.weasy import weasyprint

    ffi = weasyprint.text.ffi
    ffi.ffi.cdef("const char * hb_version_string (void);", override=True)
    return _named(ffi.pango.pango_version(), ffi.ffi.string(ffi.harfbuzz.hb_version_string()))


def _named(pango: int, harfbuzz: bytes) -> dict[str, str]:
    """Return both as text; Pango's comes as 1 50 12 in decimal places (PANGO_VERSION_ENCODE)."""
    return {
        "pango": f"{pango // 10_000}.{pango // 100 % 100}.{pango % 100}",
        "harfbuzz": harfbuzz.decode(),
    }


@cache
def installed_versions() -> dict[str, str]:
    """Return the version of every installed distribution by its name in lower case, `-` between its words.

    Why: `importlib.metadata` says the same, but takes 30 ms to import.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        for entry in _entries(folder):
            if match := _INSTALLED.fullmatch(entry):
                found.setdefault(re.sub(r"[-_.]+", "-", match[1]).lower(), match[2])
    return found


def _entries(folder: str) -> list[str]:
    try:
        return os.listdir(folder or ".")  # noqa: PTH208 # twice as fast as making paths of them
    except OSError:
        return []
