"""Find the files that a content file names, and say what is wrong where one cannot be had."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from builder.content.nodes import Scalar
from builder.diagnostics import Diagnostics, Span
from builder.diagnostics.suggest import find_closest
from builder.errors import FileAccessError
from builder.world import OutsideProject, World


def find_file(
    world: World, content_file: str, written: str, span: Span, diagnostics: Diagnostics, *, code: str = "B501"
) -> Path | None:
    """Return the path, from the root, of a file that exists; else report it (`code`, or B503 outside the root).

    Args:
        world: the project.
        content_file: from the root; `written` is relative to its folder.
        written: the path as the author wrote it.
        span: where.
        diagnostics: takes the fault.
        code: of a file that is not there.
    """
    path = Path(content_file).parent / written
    try:
        if "\0" not in written and world.is_file(path):
            return path
        help_line = _suggest_file(world, path, written)
    except OutsideProject:
        diagnostics.error(
            "B503",
            f"'{written}' lies outside the project",
            span,
            help="copy the file into the project and write its path from the folder of this file",
        )
        return None
    except (OSError, ValueError):
        help_line = ""
    diagnostics.error(code, f"file '{written}' not found", span, help=help_line)
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


def read_file(world: World, path: Path) -> bytes:
    """Return the bytes of a file that was found.

    Raises:
        FileAccessError: it cannot be read.
    """
    try:
        return world.read_bytes(path)
    except OSError:
        raise FileAccessError(
            f"cannot read '{world.name_of(path)}'", "check that you may read the file"
        ) from None


def read_data_file(
    world: World, content_file: str, written: Scalar, largest: int, diagnostics: Diagnostics
) -> tuple[str, str] | None:
    """Return the path as shown, and the text, of a data file; None if it cannot be had or is not text (B504)."""
    path = find_file(world, content_file, written.value, written.span, diagnostics)
    if path is None:
        return None
    content = read_file(world, path)
    name = world.name_of(path)
    if len(content) > largest:
        diagnostics.error(
            "B504",
            f"'{written.value}' is larger than {largest // 1024 // 1024} MB",
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
