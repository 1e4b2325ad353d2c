"""The versions of the native libraries that set the text; other ones may break lines elsewhere."""

from __future__ import annotations

from builder.layout.weasy import weasyprint

_ffi = weasyprint.text.ffi.ffi
_ffi.cdef("const char * hb_version_string (void);")


def native_versions() -> dict[str, str]:
    """Return the versions of Pango and HarfBuzz."""
    pango = (
        weasyprint.text.ffi.pango.pango_version()
    )  # as 1 50 12 in decimal places (Pango, PANGO_VERSION_ENCODE)
    harfbuzz = _ffi.string(weasyprint.text.ffi.harfbuzz.hb_version_string()).decode()
    return {"pango": f"{pango // 10_000}.{pango // 100 % 100}.{pango % 100}", "harfbuzz": harfbuzz}
