"""Where a content file's project begins, and the world that its build may read."""

from __future__ import annotations

import json
from pathlib import Path

from builder.pipeline.versions import versions
from builder.store import FOLDER, Store
from builder.theme.places import package_templates
from builder.world import World

CONTENT_FOLDER = "content"


def find_root(file: Path) -> Path:
    """Return the project root of a content file: the folder that holds its `content/` folder, else the file's own."""
    folder = file.resolve().parent
    for candidate in (folder, *folder.parents):
        if candidate.name == CONTENT_FOLDER:
            return candidate.parent
    return folder


def open_world(file: Path) -> World:
    """Return the world of a content file: its project, and the themes of the package."""
    return World(find_root(file), (package_templates(),))


def open_world_with_store(file: Path, *, read_only: bool = False) -> World:
    """Return the world of a content file with what earlier builds of its project worked out."""
    root = find_root(file)
    store = Store(root / FOLDER, json.dumps(versions()), read_only=read_only)
    return World(root, (package_templates(),), store)
