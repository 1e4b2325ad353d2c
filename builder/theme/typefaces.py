"""Read a theme's typefaces and the files of their fonts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from builder.diagnostics.suggest import suggest
from builder.theme.brand import BrandNode
from builder.theme.font_file import find_font_fault
from builder.theme.theme import Typeface
from builder.world import OutsideProject, World

TYPOGRAPHY_KEYS = ("fonts", "base", "headings", "monospace", "monospace-inline", "monospace-block", "link")
ROLES = ("base", "headings", "monospace")


def read_typefaces(
    world: World, folder: Path, node: BrandNode, office: Mapping[str, str], fallback: BrandNode | None
) -> dict[str, Typeface]:
    """Return the typeface of each of `ROLES`; every family that is named must have its files in `folder`."""
    values = node.mapping(TYPOGRAPHY_KEYS)
    families = _read_families(world, folder, values["fonts"]) if "fonts" in values else {}
    further = fallback.mapping(ROLES) if fallback else {}
    faces: dict[str, Typeface] = {}
    for role in ROLES:
        if role not in values:
            node.error(f"'{role}' is missing")
            continue
        family = _require_family(values[role], families)
        others = (
            tuple(_require_family(item, families) for item in further[role].items())
            if role in further
            else ()
        )
        own = {name: families.get(name, ()) for name in (family, *others)}
        files = tuple(file for found in own.values() for file in found)
        faces[role] = Typeface(family, office.get(role, family), others, files, own)
    return faces


def _require_family(node: BrandNode, families: Mapping[str, tuple[Path, ...]]) -> str:
    """Return the family of `base: Carlito` or of `base: {family: Carlito, ...}`."""
    value = node.mapping().get("family", node) if node.is_mapping else node
    family = value.text("the name of a family")
    if family and family not in families:
        value.error(f"no font files for family '{family}'", suggest(family, families))
    return family


def _read_families(world: World, folder: Path, fonts: BrandNode) -> dict[str, tuple[Path, ...]]:
    families: dict[str, tuple[Path, ...]] = {}
    for font in fonts.items():
        values = font.mapping(("family", "source", "files"))
        if "family" not in values or "files" not in values:
            font.error(
                "a font needs 'family' and 'files'",
                "fonts are read from the theme's folder, never from the web",
            )
            continue
        paths = (_find_font_file(world, folder, item) for item in values["files"].items())
        families[values["family"].text("the name of a family")] = tuple(path for path in paths if path)
    return families


def _find_font_file(world: World, folder: Path, item: BrandNode) -> Path | None:
    node = item.mapping(("path", "weight", "style")).get("path") if item.is_mapping else item
    if node is None:
        item.error("'path' is missing")
        return None
    written = node.text("the path of a font file")
    try:
        path = world.resolve(folder / written)
        is_ours = path.is_relative_to(folder) and path.is_file()
    except (OSError, OutsideProject):
        is_ours = False
    if not is_ours:
        node.error(f"there is no font file '{written}' in the theme's folder")
        return None
    if fault := find_font_fault(world, path):
        node.error(f"font file '{written}' {fault}", "get it again, as .ttf or .otf", code="B304")
        return None
    return path
