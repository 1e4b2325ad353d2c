"""Colours of a file's theme, as its masters hand them to slides (ECMA-376 part 1, 19.3.1.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from builder.pptx.names import A, P
from builder.pptx.reference.archive import SAVE_AGAIN, Unreadable
from builder.pptx.reference.numbers import read_int
from builder.theme.shades import shade
from builder.theme.theme import SLOTS

_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_SLOTS = {short: slot for slot, short in _MAPPED.items()}
_WHOLE = 100_000
_GAMMA_STEP = 0.0031308
"""Below this, the transfer function of sRGB is a line (IEC 61966-2-1)."""


def read_colors(scheme: etree._Element, sheet: etree._Element) -> dict[str, str]:
    """Return the colours by slot, through the map of a master or the one of a layout's own: `lt1` is slides' bg1.

    A system colour counts with the value that it had when the file was saved.
    """
    own = {slot: _scheme_color(scheme, slot) for slot in SLOTS}
    mapped = find_map(sheet)
    if mapped is None:
        return own
    return {slot: own.get(mapped.get(_MAPPED.get(slot, slot), slot), own[slot]) for slot in SLOTS}


def find_map(sheet: etree._Element) -> etree._Element | None:
    """Return the colour map of a master, or the one that a layout has instead of its master's."""
    own = sheet.find(f"{{{P}}}clrMapOvr/{{{A}}}overrideClrMapping")
    return own if own is not None else sheet.find(f"{{{P}}}clrMap")


def _scheme_color(scheme: etree._Element, slot: str) -> str:
    entry = scheme.find(f"{{{A}}}{slot}/*")
    value = "" if entry is None else entry.get("lastClr") or entry.get("val") or ""
    if not _is_color(value):
        raise Unreadable(f"has a theme whose colour '{slot}' is none", SAVE_AGAIN)
    return value.upper()


def read_fill(fill: etree._Element | None, colors: Mapping[str, str], own: str | None = None) -> str | None:
    """Return the colour in a solid fill or a reference to one; None where it is of a kind that is not computed here.

    `own` is what `phClr` stands for.
    """
    found = fill.find("*") if fill is not None else None
    if found is None:
        return None
    name = found.get("val", "")
    value: str | None
    if found.tag == f"{{{A}}}schemeClr":
        value = own if name == "phClr" else colors.get(_SLOTS.get(name, name))
    else:
        value = (found.get("lastClr") if found.tag == f"{{{A}}}sysClr" else name) or ""
    if value is None or not _is_color(value):
        return None
    return _changed(value.upper(), [(etree.QName(one).localname, read_int(one, "val", 0)) for one in found])


def _changed(value: str, changes: list[tuple[str, int]]) -> str | None:
    """Return a colour after its changes in order (ECMA-376 part 1, 20.1.2.3); None for those not computed here."""
    names = [name for name, _ in changes]
    if names in (["lumMod"], ["lumOff"], ["lumMod", "lumOff"]):
        given = dict(changes)
        kept, added = given.get("lumMod", _WHOLE), given.get("lumOff", 0)
        return _hex(shade(value, kept * 100 // _WHOLE, added * 100 // _WHOLE))
    for name, amount in changes:
        channels = [int(value[start : start + 2], 16) / 255 for start in (0, 2, 4)]
        share = amount / _WHOLE
        if name == "tint":
            value = _hex(_to_steps(1 - (1 - _linear(channel)) * share) for channel in channels)
        elif name == "shade":
            value = _hex(_to_steps(_linear(channel) * share) for channel in channels)
        elif name in ("lumMod", "lumOff"):
            kept, added = (amount, 0) if name == "lumMod" else (_WHOLE, amount)
            value = _hex(shade(value, kept * 100 // _WHOLE, added * 100 // _WHOLE))
        elif name != "alpha" or amount != _WHOLE:
            return None
    return value


def _linear(channel: float) -> float:
    """Return an sRGB channel as a share of light; tints and shades are computed there, as PowerPoint does."""
    return channel / 12.92 if channel <= 12.92 * _GAMMA_STEP else ((channel + 0.055) / 1.055) ** 2.4


def _to_steps(light: float) -> int:
    light = min(max(light, 0.0), 1.0)
    return round(255 * (12.92 * light if light <= _GAMMA_STEP else 1.055 * light ** (1 / 2.4) - 0.055))


def _hex(channels: Iterable[int]) -> str:
    return "".join(f"{channel:02X}" for channel in channels)


def _is_color(value: str) -> bool:
    return len(value) == 6 and set(value) <= set("0123456789abcdefABCDEF")
