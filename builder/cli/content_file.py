"""Which content file a command means."""

from __future__ import annotations

from pathlib import Path

from builder.diagnostics.suggest import suggest
from builder.errors import FileAccessError, UsageError

SUFFIXES = (".yaml", ".yml")
DEFAULT_FOLDER = Path("content")


def require_content_file(named: str | None) -> Path:
    """Return the file that was named, or the only one in `content/`.

    Raises:
        UsageError: there is no such file, or none or several to choose from.
        FileAccessError: it is there and cannot be read.
    """
    file = Path(named) if named is not None else _only_file()
    if not file.is_file():
        raise UsageError(f"'{file.as_posix()}' {_why_not(file)}", _suggest(file))
    try:
        with file.open("rb"):
            return file
    except OSError as error:
        raise FileAccessError(
            f"'{file.as_posix()}' cannot be read", "check the file's permissions"
        ) from error


def _only_file() -> Path:
    found = _files_in(DEFAULT_FOLDER)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(
            "there is no content file in 'content/'", "name a FILE, or start one with: diptych new NAME"
        )
    listed = ", ".join(file.as_posix() for file in found)
    raise UsageError("there is more than one content file in 'content/'", f"name one of {listed}")


def _files_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(file for file in folder.iterdir() if file.suffix in SUFFIXES and file.is_file())


def _why_not(file: Path) -> str:
    return "is a folder, not a file" if file.is_dir() else "does not exist"


def _suggest(file: Path) -> str:
    """Return the help line that names the file that was meant, or those that there are."""
    folder = file if file.is_dir() else file.parent
    found = [found.as_posix() for found in dict.fromkeys([*_files_in(folder), *_files_in(DEFAULT_FOLDER)])]
    if not found:
        return "start one with: diptych new NAME"
    return suggest(file.as_posix(), found, f"the content files here are {', '.join(found)}")
