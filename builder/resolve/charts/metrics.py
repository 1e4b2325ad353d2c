"""How wide and high text is, from the advance widths of the theme's own font files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from unicodedata import east_asian_width

from builder.resolve.charts.look import ChartStyle
from builder.resolve.font_tables import open_font, remembered
from builder.units import Length

BOLD_WEIGHT = 600
"""From this OS/2 weight class on, a font file serves as the bold one."""

ELLIPSIS = "…"
"""Ends a text that was cut."""

STAND_INS = {0xA0: 0x20, 0x2011: 0x2D}
"""No-break space and hyphen, which renderers draw as the plain ones where a font lacks them (Carlito does)."""


@dataclass(frozen=True, slots=True)
class FontMetrics:
    """A font's measures in ems; `advances` by code point; `ascent` and `descent` make up a single line."""

    advances: Mapping[int, float]
    ascent: float
    descent: float

    def width(self, text: str) -> float:
        """Return the sum of the advances; a character the font lacks counts as what stands in for it."""
        return sum(self._advance(character) for character in text)

    def _advance(self, character: str) -> float:
        code = ord(character)
        found = self.advances.get(code, self.advances.get(STAND_INS.get(code, code)))
        if found is not None:
            return found
        return 1.0 if east_asian_width(character) in "WF" else 0.6


@remembered
def load_metrics(file: Path) -> FontMetrics:
    """Return the measures of a font file.

    Why usWinAscent and usWinDescent: presentation programs stack lines by them, and Carlito's are Calibri's.
    Why unitsPerEm from the bytes of `head`: decoding that table logs a warning about Carlito's date.
    """
    with open_font(file) as font:
        em = int.from_bytes(font.reader["head"][18:20])
        widths = font["hmtx"]
        advances = {code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}
        return FontMetrics(advances, font["OS/2"].usWinAscent / em, font["OS/2"].usWinDescent / em)


def find_file(files: tuple[Path, ...], bold: bool) -> Path:
    """Return the upright file that serves as regular or bold; the first one where there is none."""
    return next((file for file in files if _kind_of(file) == (True, bold)), files[0])


@remembered
def _kind_of(file: Path) -> tuple[bool, bool]:
    """Return whether a font file is upright, and whether it is bold."""
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True) as font:
        return font["post"].italicAngle == 0, font["OS/2"].usWeightClass >= BOLD_WEIGHT


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures text of one chart style."""

    style: ChartStyle

    def metrics(self, bold: bool = False) -> FontMetrics:
        """Return the measures of the regular or the bold font."""
        return load_metrics(find_file(self.style.files, bold))

    def em(self, share: float = 1.0) -> Length:
        """Return a share of the text size."""
        return Length.from_pt(self.style.size_pt * share)

    def width(self, text: str, bold: bool = False) -> Length:
        """Return the width of one line."""
        return self.em(self.metrics(bold).width(text))

    def widest(self, texts: tuple[str, ...] | list[str], bold: bool = False) -> Length:
        """Return the width of the widest line, 0 for none."""
        return max((self.width(text, bold) for text in texts), default=Length(0))

    @property
    def line(self) -> Length:
        """The height of a single line."""
        metrics = self.metrics()
        return self.em(metrics.ascent + metrics.descent)

    @property
    def ascent(self) -> Length:
        """The height of a line above its baseline."""
        return self.em(self.metrics().ascent)

    def wrap(self, text: str, width: int) -> tuple[str, ...]:
        """Return `text` broken at its spaces into lines of at most `width`; a longer word stands alone."""
        lines: list[str] = []
        for word in text.split(" "):
            if lines and self.width(f"{lines[-1]} {word}") <= width:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
        return tuple(lines)

    def cut(self, text: str, width: int, bold: bool = False) -> str:
        """Return `text`, or as much of it as fits in `width` with an ellipsis."""
        if self.width(text, bold) <= width:
            return text
        kept = text
        while kept and self.width(f"{kept}{ELLIPSIS}", bold) > width:
            kept = kept[:-1].rstrip()
        return f"{kept}{ELLIPSIS}"
