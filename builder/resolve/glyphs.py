"""Characters of the author's text that no font of the theme has (B530)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from pathlib import Path

from builder.diagnostics import Diagnostics, Span
from builder.diagnostics.span import Position
from builder.model.fields import field_names
from builder.model.resolved import ResolvedDocument
from builder.resolve.font_tables import open_font, remembered
from builder.resolve.substitutes import SUBSTITUTES
from builder.world import World

NOT_DRAWN = frozenset(
    {
        "alt", "bibliography", "claim", "claim_uses", "claims", "csl", "data_files", "file", "href", "id", "key",
        "keys", "keywords", "lang", "layout", "layouts", "path", "reference_spans", "references", "target", "theme",
    }
)  # fmt: skip
"""Attributes of the model whose text nobody sees on a page or slide."""

STAND_INS = {"\u2011": "-"}
"""The no-break hyphen, which renderers draw as a plain one where a font lacks it."""

SAMPLE = 3
"""How many further characters of a script are named."""


def check_glyphs(
    world: World, resolved: ResolvedDocument, files: tuple[Path, ...], diagnostics: Diagnostics
) -> ResolvedDocument:
    """Return the document with the characters that none of the font `files` has, reported once a script (B530).

    Each is looked for in the content file; one from a data file is located there. Without files nothing is checked.
    """
    places = _places(resolved) if files else {}
    missing = [character for character in places if not has_glyph(character, files)]
    source = _read(world, resolved.document.file) if missing else ""
    for characters in _by_script(missing):
        first = characters[0]
        diagnostics.warning(
            "B530",
            f"no font of the theme has {_named(characters)}",
            _find(first, source, resolved.document.file) or places[first],
            help=_advice(first, files),
        )
    return replace(resolved, missing_glyphs=frozenset(missing))


def _read(world: World, file: str) -> str:
    """Return a content file's text, nothing where the document was not read from one."""
    try:
        return world.read_text(Path(file))
    except (OSError, ValueError):
        return ""


def has_glyph(character: str, files: tuple[Path, ...]) -> bool:
    """Return whether one of the fonts can draw `character`, composed or from its parts; signs without ink always."""
    character = STAND_INS.get(character, character)
    if character.isascii() or unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp"):
        return True
    if 0xFE00 <= ord(character) <= 0xFE0F:  # variation selectors
        return True
    parts = unicodedata.normalize("NFD", character)
    return any(ord(character) in (cmap := code_points(file)) or _has(parts, cmap) for file in files)


def _has(parts: str, cmap: frozenset[int]) -> bool:
    return len(parts) > 1 and all(ord(part) in cmap for part in parts)


@remembered
def code_points(file: Path) -> frozenset[int]:
    """Return the code points that a font file has glyphs for."""
    with open_font(file) as font:
        return frozenset(font.getBestCmap())


def _places(resolved: ResolvedDocument) -> Mapping[str, Span | None]:
    """Return each character that is drawn, composed where Unicode can, with the place of what it is part of."""
    places: dict[str, Span | None] = {}
    _add_drawn(resolved.document, None, places)
    for entry in resolved.references:
        _add_drawn(entry.entry, None, places)
    return places


def _add_drawn(node: object, span: Span | None, places: dict[str, Span | None]) -> None:
    """Add the characters of every text below `node` that is drawn, with the nearest place that is known."""
    if isinstance(node, str):
        if not node.isascii():
            for character in unicodedata.normalize("NFC", node):
                places.setdefault(character, span)
    elif isinstance(node, tuple):
        for item in node:
            _add_drawn(item, span, places)
    elif not isinstance(node, Enum | Span):
        names = field_names(node)
        own = (getattr(node, "span", None) or span) if names else span
        for name in names:
            if name not in NOT_DRAWN:
                _add_drawn(getattr(node, name), own, places)


def _by_script(characters: list[str]) -> list[list[str]]:
    from fontTools.unicodedata import script

    found: dict[str, list[str]] = {}
    for character in characters:
        code = script(character)
        found.setdefault(code if code not in ("Zyyy", "Zinh") else character, []).append(character)
    return list(found.values())


def _named(characters: list[str]) -> str:
    first = characters[0]
    name = unicodedata.name(first, "no name").lower()
    named = f"the character '{first}' (U+{ord(first):04X}, {name})"
    if len(characters) == 1:
        return named
    more = ", ".join(f"'{character}'" for character in characters[1 : 1 + SAMPLE])
    others = len(characters) - 1
    return f"{named}, nor {others} more of its script ({more}{', …' if others > SAMPLE else ''})"


def _advice(character: str, files: tuple[Path, ...]) -> str:
    """Return what to write instead, of what the fonts have, and how a font is added."""
    known = [word for word in SUBSTITUTES.get(character, ()) if all(has_glyph(sign, files) for sign in word)]
    instead = " or ".join(f"'{word}'" for word in known) or "something else"
    return f"write {instead}, or add a font that has it to the theme's _brand.yml: see diptych explain B530"


def _find(character: str, source: str, file: str) -> Span | None:
    """Return where the content file first has the character; in a comment only where it has it nowhere else."""
    commented: Span | None = None
    forms = {character, unicodedata.normalize("NFD", character)}
    for number, line in enumerate(source.split("\n"), start=1):
        at = min((line.find(form) for form in forms if form in line), default=-1)
        if at < 0:
            continue
        span = Span(file, Position(number, at + 1), Position(number, at + 2))
        if not re.match(r"\s*#|[^'\"]*\s#", line[:at]):
            return span
        commented = commented or span
    return commented
