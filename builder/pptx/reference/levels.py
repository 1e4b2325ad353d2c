"""Styles of list levels, gathered from master, its placeholder and that of the layout (ECMA-376 part 1, 21.1.2.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from builder.deck.reference.model import LevelStyle
from builder.pptx.names import A
from builder.pptx.reference.colors import read_fill
from builder.pptx.reference.numbers import read_int
from builder.units import Length

LEVELS = 5
"""As many as PowerPoint's masters show; deeper ones look like the last."""

LINE = 1.2
"""Natural height of a line, in font sizes, of which spacing in percent is a share."""

_CHOICES = ("1", "true", "on")


def read_levels(styles: Sequence[etree._Element], colors: Mapping[str, str]) -> tuple[LevelStyle, ...]:
    """Return the levels; of `styles`, list styles, the later ones have the last word."""
    return tuple(
        _read_level(
            [found for style in styles if (found := style.find(f"{{{A}}}lvl{n}pPr")) is not None], colors
        )
        for n in range(1, LEVELS + 1)
    )


def _read_level(found: list[etree._Element], colors: Mapping[str, str]) -> LevelStyle:
    runs = [run for level in found if (run := level.find(f"{{{A}}}defRPr")) is not None]
    size_pt = read_int(_last(runs, "sz"), "sz", 1800) / 100
    line, before = (_last_child(found, name) for name in ("lnSpc", "spcBef"))
    fill = _last_child(runs, "solidFill")
    return LevelStyle(
        size_pt=size_pt,
        bold=_last(runs, "b").get("b", "0") in _CHOICES,
        capitals=_last(runs, "cap").get("cap", "none") == "all",
        line_share=_share(line, 1.0),
        line_pt=_points(line),
        before_pt=_points(before) or _share(before, 0.0) * size_pt * LINE,
        margin=Length(read_int(_last(found, "marL"), "marL", 0)),
        color=read_fill(fill, colors),
    )


def _last(elements: list[etree._Element], attribute: str) -> etree._Element:
    """Return the last element that has an attribute; an empty one if none has it."""
    return next((one for one in reversed(elements) if attribute in one.attrib), etree.Element("none"))


def _last_child(elements: list[etree._Element], name: str) -> etree._Element | None:
    children = (one.find(f"{{{A}}}{name}") for one in reversed(elements))
    return next((child for child in children if child is not None), None)


def _share(spacing: etree._Element | None, default: float) -> float:
    entry = spacing.find(f"{{{A}}}spcPct") if spacing is not None else None
    return default if entry is None else read_int(entry, "val") / 100_000


def _points(spacing: etree._Element | None) -> float | None:
    entry = spacing.find(f"{{{A}}}spcPts") if spacing is not None else None
    return None if entry is None else read_int(entry, "val") / 100
