"""Read a theme: its tokens, its typefaces, and where its templates lie."""

from __future__ import annotations

from pathlib import Path

from builder.diagnostics import Diagnostics, Outcome, Span
from builder.diagnostics.suggest import suggest
from builder.theme.brand import BrandNode, parse_brand
from builder.theme.colors import read_colors, read_roles, require_distinct
from builder.theme.own_text import read_own_text
from builder.theme.places import BRAND_FILE, find_theme_folder, list_themes
from builder.theme.shades import name_colors
from builder.theme.theme import CHART_ROLES, SLOTS, Theme
from builder.theme.typefaces import ROLES, read_typefaces
from builder.world import World

TOP_KEYS = ("meta", "logo", "color", "typography", "defaults")
DIPTYCH_KEYS = ("office", "fallback", "slots", "chart", "layouts")


def read_theme(world: World, name: str, span: Span | None) -> Outcome[Theme]:
    """Return the theme `name`, as the content names it at `span`.

    Diagnostics: B301, there is no such theme; B302, a fault in its file.
    """
    found = Diagnostics()
    folder = find_theme_folder(world, name, span)
    if folder is None:
        found.error("B301", f"unknown theme '{name}'", span, help=_suggest_theme(world, name))
        return found.outcome(None)
    file = world.resolve(folder / BRAND_FILE)
    text = read_own_text(world, file, found)
    root = parse_brand(text, world.name_of(file), found) if text is not None else None
    theme = _read_tokens(world, name, file.parent, root) if root else None
    return found.outcome(None if found.failed else theme)


def _suggest_theme(world: World, name: str) -> str:
    if "/" in name:
        return f"the folder of a theme holds a file {BRAND_FILE}; the path counts from the content file"
    themes = list_themes(world)
    return suggest(name, themes, f"use one of: {', '.join(themes)}")


def _read_tokens(world: World, name: str, folder: Path, root: BrandNode) -> Theme | None:
    top = root.mapping(TOP_KEYS)
    defaults = top["defaults"].mapping() if "defaults" in top else {}
    own = defaults["diptych"].mapping(DIPTYCH_KEYS) if "diptych" in defaults else {}
    for key, values in (("color", top), ("typography", top), ("slots", own), ("chart", own)):
        if key not in values:
            place = "defaults: diptych: " if values is own else ""
            root.error(f"'{place}{key}' is missing", "copy it from the theme 'clinical'")
            return None
    colors, places = read_colors(top["color"])
    slots = read_roles(own["slots"], SLOTS, colors)
    require_distinct(own["slots"], slots, colors)
    office = _texts(own.get("office"), ROLES)
    faces = read_typefaces(world, folder, top["typography"], office, own.get("fallback"))
    chart = read_roles(own["chart"], CHART_ROLES, colors)
    if len(faces) < len(ROLES):
        return None
    slot_values = {slot: colors[slots[slot]] for slot in SLOTS if colors.get(slots.get(slot, ""))}
    return Theme(
        name, folder, colors, slots, faces["headings"], faces["base"], faces["monospace"], chart,
        _texts(own.get("layouts")), name_colors(filter(None, colors.values()), slot_values), places,
    )  # fmt: skip


def _texts(node: BrandNode | None, known: tuple[str, ...] | None = None) -> dict[str, str]:
    return {key: value.text("text") for key, value in node.mapping(known).items()} if node else {}
