"""Soft hyphens: the hyphen of a font, shown in a second font that is the same but for what its glyph means.

Why: that a hyphen ends a line by chance must be told from the hyphen of a compound (ISO 32000-1, 14.8.2.2.3), most
typefaces draw both with one glyph, and a font says what a glyph means once (ToUnicode, 9.10.3). Replacement text
(ActualText, 14.9.4) would say it too, but poppler 22.12 does not look for it when it reads the tag tree.
"""

from __future__ import annotations

import re
from typing import Any

SOFT_HYPHEN = "\u00ad"

SOFT = "-soft"
"""What the name of the second font ends in."""

LAST_GLYPH = re.compile(rb"\[(.*<[0-9a-f]*)([0-9a-f]{4})>(?:-?\d+)?\] TJ", re.DOTALL)


def soften_last_glyph(stream: Any) -> None:
    """Show the last glyph that was shown, a hyphen, in the font of soft hyphens."""
    shown, (name, size) = LAST_GLYPH.fullmatch(stream.stream[-1]), stream._current_font
    font = next(font for font in stream._fonts.values() if font.hash == name)
    if shown and not font.bitmap:
        stream.stream[-1] = b"[%b>] TJ" % shown[1]
        stream.set_font_size(name + SOFT, size)
        stream.stream.append(b"[<%b>] TJ" % shown[2])
        font.__dict__.setdefault("soft_hyphens", set()).add(shown[2].decode())


def write_soft_fonts(pdf_module: Any) -> None:
    """Have WeasyPrint 70.0 write, beside each font whose hyphens were softened, the one that they are shown in."""
    build = pdf_module.build_fonts_dictionary

    def build_fonts_dictionary(pdf: Any, fonts: Any, compress: bool, *args: Any) -> Any:
        built = build(pdf, fonts, compress, *args)
        for font in fonts.values():
            if glyphs := getattr(font, "soft_hyphens", None):
                unicode = pdf_module.pydyf.Stream([_character_map(glyphs)], compress=compress)
                pdf.add_object(unicode)
                same = pdf.objects[int(built[font.hash].split()[0])]
                soft = pdf_module.pydyf.Dictionary({**same, "ToUnicode": unicode.reference})
                pdf.add_object(soft)
                built[font.hash + SOFT] = soft.reference
        return built

    pdf_module.build_fonts_dictionary = build_fonts_dictionary


def _character_map(glyphs: set[str]) -> bytes:
    """Return the ToUnicode map by which glyphs are soft hyphens (ISO 32000-1, 9.10.3)."""
    rows = "".join(f"<{glyph}> <{ord(SOFT_HYPHEN):04x}>\n" for glyph in sorted(glyphs))
    return f"""\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{len(glyphs)} beginbfchar
{rows}endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end
""".encode()
