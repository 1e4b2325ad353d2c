"""Open fonts with the metrics of those that companies' files ask for most, and that no theme need have."""

from __future__ import annotations

from builder.theme.places import DEFAULT_THEME, package_templates
from builder.theme.theme import Typeface

_STYLES = ("Regular", "Italic", "Bold", "BoldItalic")
_SAME_WIDTHS = {
    "Arial": "Liberation Sans",
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Times New Roman": "Liberation Serif",
}


def find_stand_in(name: str, theme_face: Typeface) -> Typeface | None:
    """Return a typeface whose letters are as wide as those of the font `name`, if there is one among ours.

    `theme_face` has the glyphs that it lacks.
    """
    known = {office.casefold(): (office, family) for office, family in _SAME_WIDTHS.items()}
    office, family = known.get(name.casefold(), ("", ""))
    folder = package_templates() / DEFAULT_THEME / "fonts"
    paths = (folder / f"{family.replace(' ', '')}-{style}.ttf" for style in _STYLES)
    files = tuple(path for path in paths if path.is_file())
    if not files:
        return None
    return Typeface(
        family=family,
        office=office,
        fallback=(theme_face.family, *theme_face.fallback),
        files=(*files, *theme_face.files),
        families={family: files, **theme_face.families},
    )
