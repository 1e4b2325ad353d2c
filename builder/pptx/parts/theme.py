"""The theme part: named colours, typefaces, and flat formats (ECMA-376 part 1, 14.2.7)."""

from __future__ import annotations

from builder.deck.model import DeckFont, DeckTheme, FontRole
from builder.pptx.names import A
from builder.pptx.xml import Xml, document, join, tag

_SLOTS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
_FLAT = tag("a:solidFill", tag("a:schemeClr", val="phClr"))
_LINE_WIDTHS = (6_350, 12_700, 19_050)


def theme_part(theme: DeckTheme) -> bytes:
    """Return the theme part of slides and notes."""
    slots = join(tag(f"a:{slot}", tag("a:srgbClr", val=theme.colors[slot].upper())) for slot in _SLOTS)
    elements = tag(
        "a:themeElements",
        tag("a:clrScheme", slots, name=theme.name),
        _fonts(theme),
        _formats(theme.name),
    )
    defaults = tag("a:objectDefaults")
    root = tag("a:theme", elements, defaults, tag("a:extraClrSchemeLst"), name=theme.name, **{"xmlns:a": A})
    return document(root)


def _fonts(theme: DeckTheme) -> Xml:
    fonts = {font.role: font for font in theme.fonts}
    return tag(
        "a:fontScheme",
        _font("a:majorFont", fonts[FontRole.HEADINGS]),
        _font("a:minorFont", fonts[FontRole.BODY]),
        name=theme.name,
    )


def _font(name: str, font: DeckFont) -> Xml:
    return tag(
        name,
        tag("a:latin", typeface=font.name),
        tag("a:ea", typeface=font.east_asian),
        tag("a:cs", typeface=font.complex_script),
    )


def _formats(name: str) -> Xml:
    """Return the format scheme: flat fills and plain lines, three of each, as the schema wants."""
    lines = join(_line(width) for width in _LINE_WIDTHS)
    effects = join([tag("a:effectStyle", tag("a:effectLst"))] * 3)
    return tag(
        "a:fmtScheme",
        tag("a:fillStyleLst", _FLAT, _FLAT, _FLAT),
        tag("a:lnStyleLst", lines),
        tag("a:effectStyleLst", effects),
        tag("a:bgFillStyleLst", _FLAT, _FLAT, _FLAT),
        name=name,
    )


def _line(width: int) -> Xml:
    return tag(
        "a:ln", _FLAT, tag("a:prstDash", val="solid"), tag("a:miter", lim=800_000),
        w=width, cap="flat", cmpd="sng", algn="ctr",
    )  # fmt: skip
