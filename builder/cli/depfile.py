"""The file that says what a build depends on, where it was asked for."""

from __future__ import annotations

from pathlib import Path

from builder.disk import write_new
from builder.errors import FileAccessError
from builder.pipeline.depfile import dependencies
from builder.pipeline.files import OutputFolder


def write_depfile(path: Path, file: Path, folder: Path) -> None:
    """Write what the last build of `file` into `folder` depends on.

    Raises:
        FileAccessError: the file cannot be written.
    """
    rule = dependencies(file, OutputFolder(folder, folder.as_posix()))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, rule.encode())
    except OSError as error:
        raise FileAccessError(
            f"'{path.as_posix()}' cannot be written", "name another place with --depfile"
        ) from error
