"""Find the font of a style, and the height of its lines, once for the style and not for each line."""

from __future__ import annotations

import functools
from typing import Any

LAYOUT, STRUT = "known_layout", "known_strut"
"""What a style keeps them as, beside its values."""


def mend(weasyprint: Any) -> None:
    """Have WeasyPrint 70.0 keep with a style the height of its lines, and an empty layout of Pango for its texts.

    Why: it writes fourteen values of the style as a text for each box and each line, to look for the height of a line
    among those that are known, and tells Pango of the language, the font and its features anew for each line.
    """
    line_break, ffi = weasyprint.text.line_break, weasyprint.text.ffi
    ffi.ffi.cdef("PangoLayout * pango_layout_copy (PangoLayout *src);")
    line_break.Layout.setup = _setup_once(line_break.Layout.setup, ffi)
    strut = _strut_once(line_break.strut)
    for module in (
        line_break, weasyprint.css.units, weasyprint.css.computed_values, weasyprint.layout.inline
    ):  # fmt: skip
        module.strut = strut


def _strut_once(find: Any) -> Any:
    @functools.wraps(find)
    def strut(style: Any) -> Any:
        known = style.__dict__
        if STRUT not in known:
            known[STRUT] = find(style)
        return known[STRUT]

    return strut


def _setup_once(original: Any, ffi: Any) -> Any:
    def copy(layout: Any) -> Any:
        return ffi.ffi.gc(ffi.pango.pango_layout_copy(layout), ffi.gobject.g_object_unref)

    @functools.wraps(original)
    def setup(self: Any, style: Any) -> None:
        known = style.__dict__
        if LAYOUT not in known:
            empty = object.__new__(type(self))
            original(empty, style)
            known[LAYOUT] = {name: value for name, value in vars(empty).items() if name != "style"}
        self.__dict__.update(known[LAYOUT])
        self.style, self.layout = style, copy(known[LAYOUT]["layout"])

    return setup
