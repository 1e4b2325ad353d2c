"""The theme's fonts inside the page, as WOFF2 with no more letters than it needs."""

from __future__ import annotations

import base64
import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.resolve.glyphs import code_points
from builder.store import Store, hash_of_files
from builder.theme.theme import Theme, Typeface

ALWAYS = frozenset(map(chr, range(0x20, 0x7F)))
"""Characters of every main font, so that most edits find the fonts of the last build in the store."""

FEATURES = ("ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum")
"""OpenType features that are kept: those on by default, and figures for tables."""

BOLD_FROM = 600


@dataclass(frozen=True, slots=True)
class _Face:
    """One font file's part in a page: what it is called there, and the characters that are asked of it."""

    family: str
    file: Path
    characters: frozenset[str]


def font_faces(theme: Theme, text: str, store: Store | None) -> str:
    """Return CSS with all faces that are needed to show `text`, their data inside; the same for the same text.

    Monospace is left out where the text has no element for code.
    """
    faces = [theme.body, theme.headings, *((theme.monospace,) if "<code" in text else ())]
    wanted = dict.fromkeys(face for typeface in faces for face in _faces(typeface, frozenset(text)))
    return "".join(_rule(face, store) for face in wanted)


def faces_named(theme: Theme, family: str, text: str, store: Store | None) -> str:
    """Return CSS with the faces of one family of the theme, for `text` and nothing else; empty if it has none."""
    for typeface in (theme.body, theme.headings, theme.monospace):
        for file_family, files in typeface.families.items():
            if file_family == family:
                found = (_Face(family, file, _known(file, frozenset(text))) for file in files)
                return "".join(_rule(face, store) for face in found)
    return ""


def _faces(typeface: Typeface, characters: frozenset[str]) -> Iterator[_Face]:
    """Yield the main family's faces, and those of the others for the characters that those before them lack."""
    missing = characters | ALWAYS
    for family, files in typeface.families.items():
        if not files:
            continue
        had = _known(files[0], missing)
        if had:
            yield from (_Face(family, file, _known(file, had)) for file in files)
        missing -= had


def _known(file: Path, characters: frozenset[str]) -> frozenset[str]:
    known = code_points(file)
    return frozenset(character for character in characters if ord(character) in known)


def _rule(face: _Face, store: Store | None) -> str:
    letters = "".join(sorted(face.characters))
    key = store.key("woff2", face.family, hash_of_files((face.file,)), letters) if store else ""
    kept = store.find(key) if store else None
    if kept is not None:
        return kept.decode()
    rule = _make_rule(face, letters)
    if store:
        store.keep(key, rule.encode())
    return rule


def _make_rule(face: _Face, letters: str) -> str:
    from fontTools import subset

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    options = subset.Options(
        flavor="woff2",
        hinting=False,
        layout_features=list(FEATURES),
        legacy_kern=True,
        name_IDs=[],
        notdef_outline=True,
        recalc_timestamp=False,
    )
    options.drop_tables += ["FFTM"]
    data = io.BytesIO()
    with subset.load_font(str(face.file), options) as font:
        weight = "bold" if font["OS/2"].usWeightClass >= BOLD_FROM else "normal"
        style = "italic" if font["OS/2"].fsSelection & 1 else "normal"
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=letters)
        subsetter.subset(font)
        subset.save_font(font, data, options)
    named = f'font-family: "{face.family}"; font-weight: {weight}; font-style: {style}'
    address = f"data:font/woff2;base64,{base64.b64encode(data.getvalue()).decode()}"
    return f"@font-face {{ {named}; src: url({address}) }}\n"
