"""Variants of a written deck, for judging it from outside."""

from __future__ import annotations

from lxml import etree

from builder.pptx.archive import read_archive, write_archive
from builder.pptx.names import A

_SHRINKING = f"{{{A}}}normAutofit"
_FIXED = f"{{{A}}}noAutofit"


def without_autofit(data: bytes) -> bytes:
    """Return the same deck with no frame that shrinks its text.

    Why: LibreOffice shrinks text that does not fit whatever the file says, and so hides that it does not.
    """
    members = read_archive(data)
    return write_archive({name: _fixed(content) for name, content in members.items()})


def _fixed(content: bytes) -> bytes:
    if b"normAutofit" not in content or not content.startswith(b"<"):
        return content
    root = etree.fromstring(content)
    for element in root.iter(_SHRINKING):
        element.tag = _FIXED
        element.attrib.clear()
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
