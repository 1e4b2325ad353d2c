"""Read a theme's colours, and which of them plays which role."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from builder.diagnostics import Span
from builder.diagnostics.suggest import suggest
from builder.theme.brand import BrandNode

HEX_COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")
FAULTY = ""
"""The value of a colour that has been complained of, so that those who name it are not blamed too."""

SEMANTIC_COLORS = (
    "foreground", "background", "primary", "secondary", "tertiary", "success", "info", "warning", "danger",
    "light", "dark",
)  # fmt: skip


def read_colors(node: BrandNode) -> tuple[dict[str, str], dict[str, Span]]:
    """Return every colour by name, six hexadecimal digits in capitals, and its place; one may name an earlier one."""
    values = node.mapping(("palette", *SEMANTIC_COLORS))
    palette = values.pop("palette").mapping() if "palette" in values else {}
    colors: dict[str, str] = {}
    for name, value in (*palette.items(), *values.items()):
        written = value.text("a colour")
        match = HEX_COLOR.fullmatch(written)
        if written and not match and written not in colors:
            value.error(f"expected a colour such as \"#0F5E8C\", found '{written}'", suggest(written, colors))
        colors[name] = match[1].upper() if match else colors.get(written, FAULTY)
    return colors, {name: value.span for name, value in (*palette.items(), *values.items())}


def read_roles(node: BrandNode, roles: Collection[str], colors: Mapping[str, str]) -> dict[str, str]:
    """Return the name of the colour of each role; every role must have one."""
    values = node.mapping(roles)
    chosen: dict[str, str] = {}
    for role, value in values.items():
        color = value.text("the name of a colour")
        if color in colors:
            chosen[role] = color
        elif color:
            value.error(f"unknown colour '{color}'", suggest(color, colors))
    for role in roles:
        if role not in values:
            node.error(f"'{role}' is missing")
    return chosen


def require_distinct(node: BrandNode, chosen: Mapping[str, str], colors: Mapping[str, str]) -> None:
    """Add a diagnostic for each role whose colour has the value of an earlier one's.

    Why: the layout engine gives values, not names; two roles of one value could not be told apart afterwards.
    """
    taken: dict[str, str] = {}
    for role, color in chosen.items():
        other = taken.setdefault(colors[color], role)
        if other != role and colors[color] != FAULTY:
            node.error(f"'{role}' has the same value as '{other}'", "give each of them a colour of its own")
