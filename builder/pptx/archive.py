"""Zip archives whose bytes depend on nothing but their members."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

_EPOCH = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_COMPRESSED = frozenset({".jpeg", ".jpg", ".png", ".xlsx"})
CONTENT_TYPES_MEMBER = "[Content_Types].xml"


def write_archive(members: Mapping[str, bytes]) -> bytes:
    """Return the archive of `members`: content types first, the others by name, all dated 1 January 1980."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(members, key=lambda name: (name != CONTENT_TYPES_MEMBER, name)):
            archive.writestr(_entry(name), members[name], compresslevel=_LEVEL)
    return buffer.getvalue()


def read_archive(data: bytes) -> dict[str, bytes]:
    """Return the members of an archive, in its own order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = 0  # zipfile writes the operating system here
    stored = PurePosixPath(name).suffix in _COMPRESSED
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    return entry
