"""The inputs of a build by name and hash, and whether they are still the same."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from builder.theme.places import package_templates
from builder.world import OutsideProject, World, state_of

PACKAGE = "diptych:"
"""Before the names of the files that come with this program."""

CHANGED = "changed during the build"
"""In place of the hash of a file that is not what it was when it was first looked at; equals no hash."""


def inputs_of(world: World) -> dict[str, str | None]:
    """Return the SHA-256 of every path that was asked for, null where there is no file, by a name without machine.

    The hash of a folder is that of its files' names.
    """
    found: dict[str, str | None] = {}
    for path, state in tuple(world.reads.items()):
        found[_name_of(world, path)] = _hash(world, path) if state_of(path) == state else CHANGED
    return dict(sorted(found.items()))


def are_unchanged(world: World, inputs: Mapping[str, str | None]) -> bool:
    """Return whether each of `inputs` is what it was, and what was not there still is not."""
    return all(_hash(world, path_of(world, name)) == sha256 for name, sha256 in inputs.items())


def _name_of(world: World, path: Path) -> str:
    templates = package_templates().resolve()
    if not path.is_relative_to(world.root) and path.is_relative_to(templates):
        return f"{PACKAGE}{path.relative_to(templates).as_posix()}"
    return path.relative_to(world.root).as_posix()


def path_of(world: World, name: str) -> Path:
    """Return where the input lies that a build record calls `name`."""
    if name.startswith(PACKAGE):
        return package_templates().resolve() / name.removeprefix(PACKAGE)
    return world.root / name


def _hash(world: World, path: Path) -> str | None:
    """Return the hash of a file or folder; None where there is none, or where it leads out of the project."""
    try:
        resolved = world.resolve(path)
        if resolved.is_dir():
            return _sha256("\n".join(sorted(child.name for child in resolved.iterdir())).encode())
        return _sha256(resolved.read_bytes()) if resolved.is_file() else None
    except OutsideProject:
        return None
    except OSError:
        return CHANGED


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
