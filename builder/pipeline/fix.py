"""Mend a content file in its place: what rules can mend safely, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from builder.content.load import load_content
from builder.disk import read_file, write_new
from builder.errors import FileAccessError
from builder.lint.fix import Change, apply_edits
from builder.lint.lint import lint
from builder.pipeline.project import open_world

_BOM = b"\xef\xbb\xbf"


def fix(file: Path) -> tuple[Change, ...]:
    """Change a content file and return what was changed, in order; a file that YAML cannot read stays as it is.

    The new file takes the old one's place in one step.

    Raises:
        FileAccessError: the file cannot be replaced, or was changed by somebody else meanwhile.
    """
    path = file.resolve()
    before = read_file(path)
    content = load_content(open_world(file), path).value
    if content is None:
        return ()
    edits = lint(content, None).edits
    bom = _BOM if before.startswith(_BOM) else b""
    fixed = apply_edits(before.decode("utf-8-sig"), content.document.file, content.root, edits)
    if fixed.changes:
        replace_unchanged(path, before, bom + fixed.text.encode("utf-8"), file.as_posix())
    return fixed.changes


def replace_unchanged(path: Path, before: bytes, after: bytes, shown: str) -> None:
    """Put `after` in the place of a file that still holds `before`, in one step; people know the file as `shown`.

    Raises:
        FileAccessError: it cannot be replaced, or holds something else by now.
    """
    new = path.with_name(f".{path.name}.fixed")
    try:
        if not os.access(path, os.W_OK):
            raise PermissionError
        write_new(new, after, sync=True)
        new.chmod(path.stat().st_mode)
        if read_file(path) != before:
            raise FileAccessError(f"'{shown}' was changed while it was checked", "run it again")
        new.replace(path)
    except OSError:
        raise FileAccessError(f"'{shown}' cannot be changed", "check the file's permissions") from None
    finally:
        new.unlink(missing_ok=True)
