"""Fonts for the layout: the theme's files and no others, whatever this machine has installed."""

from __future__ import annotations

import logging
from pathlib import Path

from builder.errors import InternalError
from builder.layout.known_lines import KnownLines
from builder.layout.page_filling import PageFiller
from builder.layout.progress import PageProgress
from builder.layout.shared_styles import SharedStyles
from builder.layout.weasy import weasyprint
from builder.theme.theme import Theme

_ffi = weasyprint.text.ffi.ffi
_fontconfig = weasyprint.text.ffi.fontconfig
_gobject = weasyprint.text.ffi.gobject
_pangoft2 = weasyprint.text.ffi.pangoft2
_ffi.cdef("FcConfig * FcConfigCreate (void);")


class ThemeFonts(weasyprint.text.fonts.FontConfiguration):  # type: ignore[misc] # WeasyPrint has no types
    """A font configuration that holds the given files only.

    Why: with the machine's own fonts in it, a missing glyph or a family of the same name would change line
    breaks from one machine to the next. An empty Fontconfig configuration also reads no file but these.
    """

    def __init__(self, files: tuple[Path, ...]) -> None:
        self._folder = None
        self._config = _fontconfig.FcConfigCreate()
        self.font_map = _ffi.gc(_pangoft2.pango_ft2_font_map_new(), _gobject.g_object_unref)
        for file in files:
            if not _fontconfig.FcConfigAppFontAddFile(self._config, str(file).encode()):
                raise InternalError(f"the font file '{file.name}' cannot be loaded")
        _pangoft2.pango_fc_font_map_set_config(_ffi.cast("PangoFcFontMap *", self.font_map), self._config)
        _fontconfig.FcConfigDestroy(self._config)
        self.known_lines = KnownLines()
        self.shared_styles: SharedStyles | None = None
        self.progress: PageProgress | None = None
        self.unpainted = False
        self.page_filler: PageFiller | None = None
        self.strut_layouts: dict[object, object] = {}
        self.font_features: dict[object, object] = {}

    def add_font_face(self, rule_descriptors: dict[str, object], url_fetcher: object) -> None:  # noqa: ARG002
        """Take no font from a style sheet: those of a theme are files that its _brand.yml lists, and checked."""
        logging.getLogger("weasyprint").warning("@font-face is not used: list the font in _brand.yml")


def theme_fonts(theme: Theme) -> ThemeFonts:
    """Return a font configuration with the theme's fonts and no others."""
    return ThemeFonts(theme.font_files)
