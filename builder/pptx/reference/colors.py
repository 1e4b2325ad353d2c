"""Colours of a file's theme, as its masters hand them to slides (ECMA-376 part 1, 19.3.1.6)."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from builder.pptx.names import A, P
from builder.pptx.reference.archive import SAVE_AGAIN, Unreadable
from builder.pptx.reference.numbers import read_int
from builder.theme.shades import color_of_slot
from builder.theme.theme import SLOTS

_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_SLOTS = {short: slot for slot, short in _MAPPED.items()}
_PERCENT = 1_000


def read_colors(scheme: etree._Element, master: etree._Element) -> dict[str, str]:
    """Return the colours by slot, through the master's map: `lt1` is what slides call bg1, dark or not.

    A system colour counts with the value that it had when the file was saved.
    """
    own = {slot: _scheme_color(scheme, slot) for slot in SLOTS}
    mapped = master.find(f"{{{P}}}clrMap")
    if mapped is None:
        return own
    return {slot: own.get(mapped.get(_MAPPED.get(slot, slot), slot), own[slot]) for slot in SLOTS}


def _scheme_color(scheme: etree._Element, slot: str) -> str:
    entry = scheme.find(f"{{{A}}}{slot}/*")
    value = "" if entry is None else entry.get("lastClr") or entry.get("val") or ""
    if not _is_color(value):
        raise Unreadable(f"has a theme whose colour '{slot}' is none", SAVE_AGAIN)
    return value.upper()


def read_fill(fill: etree._Element | None, colors: Mapping[str, str]) -> str | None:
    """Return the colour of a solid fill; None where it is of a kind that is not computed here."""
    found = fill.find("*") if fill is not None else None
    if found is None:
        return None
    value = found.get("val", "")
    if found.tag == f"{{{A}}}srgbClr":
        return value.upper() if _is_color(value) else None
    slot = _SLOTS.get(value, value)
    if found.tag != f"{{{A}}}schemeClr" or slot not in colors:
        return None
    kept, added = (found.find(f"{{{A}}}{name}") for name in ("lumMod", "lumOff"))
    shares = (
        read_int(kept, "val") // _PERCENT if kept is not None else 100,
        read_int(added, "val") // _PERCENT if added is not None else 0,
    )
    return color_of_slot(f"{slot} {shares[0]}+{shares[1]}" if len(found) else slot, colors)


def _is_color(value: str) -> bool:
    return len(value) == 6 and set(value) <= set("0123456789abcdefABCDEF")
