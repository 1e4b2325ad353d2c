"""The members of an archive that somebody else made, within limits."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from builder.limits import LARGEST_DECK_BYTES, LARGEST_DECK_XML_BYTES, MB, MOST_DECK_PARTS

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FAULTS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
    EOFError, LookupError, NotImplementedError, OSError, RuntimeError, ValueError,
)  # fmt: skip
"""What zipfile raises for damaged, encrypted and exotic archives."""


class Unreadable(Exception):
    """A file that is no presentation; `help` says what to do."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help


class TooLarge(Exception):
    """An archive beyond the limits; `message` says which."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


SAVE_AGAIN = "open it in PowerPoint and save it again as a PowerPoint Presentation (.pptx)"


def read_members(data: bytes) -> dict[str, bytes]:
    """Return the members of the archive by name.

    Raises:
        Unreadable: it is no archive, or a damaged or protected one. TooLarge: it goes beyond a limit; what headers
            say is not believed.
    """
    if data.startswith(_OLE):
        raise Unreadable("is protected by a password, or of the format before 2007", SAVE_AGAIN)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_all(archive)
    except _FAULTS:
        raise Unreadable("is not a presentation, or a damaged one", SAVE_AGAIN) from None


def _read_all(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
    if not all(entry.filename for entry in entries):
        raise Unreadable("holds a part without a name", SAVE_AGAIN)
    if len(entries) > MOST_DECK_PARTS:
        raise TooLarge(f"has {len(entries):,} parts; at most {MOST_DECK_PARTS:,} are read")
    members: dict[str, bytes] = {}
    left = LARGEST_DECK_BYTES
    for entry in entries:
        content = _read_one(archive, entry, left)
        left -= len(content)
        members[entry.filename] = content
    return members


def _read_one(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    is_xml = entry.filename.endswith((".xml", ".rels"))
    limit = min(left, LARGEST_DECK_XML_BYTES) if is_xml else left
    with archive.open(entry) as member:
        content = member.read(limit + 1)
    if len(content) > limit:
        raise TooLarge(
            f"holds a part of more than {LARGEST_DECK_XML_BYTES // MB} MB of XML"
            if limit < left
            else f"holds more than {LARGEST_DECK_BYTES // MB} MB"
        )
    return content
