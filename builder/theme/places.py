"""Where themes lie: in the project's `templates/`, then among those that the package ships."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import builder
from builder.diagnostics import Span
from builder.world import OutsideProject, World

BRAND_FILE = "_brand.yml"
DEFAULT_THEME = "clinical"
TEMPLATE_SUFFIXES = (".j2", ".css")


def package_templates() -> Path:
    """Return the folder of the themes that the package ships.

    A wheel carries it inside the package; in a source tree it stands beside the package.
    """
    package = Path(builder.__file__).parent
    shipped = package / "_templates"
    return shipped if shipped.is_dir() else package.parent / "templates"


def brings_templates(folder: Path) -> bool:
    """Return whether the theme in `folder` did not come with this program, and has templates or style sheets."""
    if folder.is_relative_to(package_templates().resolve()):
        return False
    return any(path.suffix in TEMPLATE_SUFFIXES for path in folder.rglob("*"))


def find_theme_folder(world: World, name: str, span: Span | None) -> Path | None:
    """Return the folder of the theme `name`; a name with a slash is a path relative to the file of `span`."""
    if "/" in name:
        start = PurePosixPath(span.path).parent if span else PurePosixPath()
        candidates = [Path(start / name)]
    else:
        candidates = [world.root / "templates" / name, package_templates() / name]
    return next((folder for folder in candidates if _holds_theme(world, folder)), None)


def list_themes(world: World) -> tuple[str, ...]:
    """Return the names of all themes, sorted."""
    folders = (world.root / "templates", package_templates())
    return tuple(sorted({path.parent.name for folder in folders for path in folder.glob(f"*/{BRAND_FILE}")}))


def _holds_theme(world: World, folder: Path) -> bool:
    try:
        return world.is_file(folder / BRAND_FILE)
    except OutsideProject:
        return False
