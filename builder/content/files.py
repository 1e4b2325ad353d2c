"""Find the files that a content file names, and say what is wrong where one cannot be had."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from builder.content.nodes import Scalar
from builder.diagnostics import Diagnostics
from builder.diagnostics.suggest import find_closest
from builder.disk import FileTooLarge
from builder.errors import FileAccessError
from builder.limits import MB
from builder.world import OutsideProject, World


def find_file(world: World, content_file: str, written: Scalar, diagnostics: Diagnostics) -> Path | None:
    """Return the path, from the root, of a data file that exists; else report it (B501, B503 outside the root).

    `written` is relative to the folder of `content_file`.
    """
    name, path = written.value, Path(content_file).parent / written.value
    try:
        if world.is_file(path):
            return path
        message, help_line = f"data file '{name}' does not exist", _suggest_file(world, path, name)
        if world.resolve(path).is_dir():
            message, help_line = f"data file '{name}' is a folder", "name a file in it"
        elif world.resolve(path).exists():
            message, help_line = f"data file '{name}' is no file: a pipe or a device", "name a file"
    except OutsideProject:
        message = f"data file '{name}' is outside the project"
        diagnostics.error("B503", message, written.span, help="move it into the project's folder")
        return None
    except (OSError, ValueError):
        message, help_line = f"data file '{name}' cannot be read", "check its path"
    diagnostics.error("B501", message, written.span, help=help_line)
    return None


def _suggest_file(world: World, path: Path, written: str) -> str:
    """Return a help line: the file of nearly this name in the same folder, or the files there are."""
    siblings = [child.name for child in world.list_files(path.parent) if child.suffix == path.suffix]
    closest = find_closest(path.name, siblings) or find_closest(
        path.name, map(_name_of, world.list_files(path.parent))
    )
    if closest is not None:
        return f"did you mean '{PurePosixPath(written).with_name(closest)}'?"
    if siblings:
        return "the folder holds " + ", ".join(siblings[:6]) + (" …" if len(siblings) > 6 else "")
    return "paths are relative to the folder of this file"


def _name_of(path: Path) -> str:
    return path.name


def read_file(world: World, path: Path, limit_bytes: int) -> bytes | None:
    """Return the bytes of a file that was found; None if it has more than `limit_bytes`.

    Raises:
        FileAccessError: it cannot be read.
    """
    try:
        return world.read_bytes(path, limit_bytes)
    except FileTooLarge:
        return None
    except OSError:
        raise FileAccessError(
            f"cannot read '{world.name_of(path)}'", "check that you may read the file"
        ) from None


def read_data_file(
    world: World, content_file: str, written: Scalar, largest: int, diagnostics: Diagnostics
) -> tuple[str, str] | None:
    """Return the path as shown, and the text, of a data file; None if it cannot be had or is not text (B504)."""
    path = find_file(world, content_file, written, diagnostics)
    if path is None:
        return None
    content = read_file(world, path, largest)
    name = world.name_of(path)
    if content is None:
        diagnostics.error(
            "B504",
            f"'{written.value}' is larger than {largest // MB} MB",
            written.span,
            help="show fewer rows",
        )
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        diagnostics.error(
            "B504",
            f"'{written.value}' is not UTF-8 text in line {line}",
            written.span,
            help="export the table as CSV with the encoding UTF-8",
        )
        return None
    return name, text.replace("\r\n", "\n").replace("\r", "\n")
