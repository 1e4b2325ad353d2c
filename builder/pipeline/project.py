"""Where a content file's project begins, and the world that its build may read."""

from __future__ import annotations

from pathlib import Path

CONTENT_FOLDER = "content"


def find_root(file: Path) -> Path:
    """Return the project root of a content file: the folder that holds its `content/` folder, else the file's own."""
    folder = file.resolve().parent
    for candidate in (folder, *folder.parents):
        if candidate.name == CONTENT_FOLDER:
            return candidate.parent
    return folder
