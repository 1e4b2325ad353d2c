"""The versions of the native libraries that set the text; other ones may break lines elsewhere."""

from __future__ import annotations

import ctypes
import sys

SONAMES = {
    "linux": ("libpango-1.0.so.0", "libharfbuzz.so.0"),
    "win32": ("libpango-1.0-0.dll", "libharfbuzz-0.dll"),
}
"""Pango's and HarfBuzz's names for the system's loader; the layout engine ends up with the same ones."""


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
