"""Themes of a project's own, made from the tokens of `clinical`."""

import shutil
from pathlib import Path

from builder.theme.places import package_templates

CLINICAL = package_templates() / "clinical"


def own_theme(root: Path, old: str = "", new: str = "") -> Path:
    """Make a copy of the theme's tokens and fonts in the project, one text replaced."""
    folder = root / "templates" / "own"
    shutil.copytree(CLINICAL / "fonts", folder / "fonts")
    text = (CLINICAL / "_brand.yml").read_text(encoding="utf-8")
    assert old in text
    (folder / "_brand.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder
