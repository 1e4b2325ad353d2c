"""Text as read back: paragraphs, and where their links lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from builder.pptx.names import A, R
from builder.pptx.reading.model import ReadLink, ReadParagraph

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.text.text import TextFrame


def paragraphs_of(frame: TextFrame) -> tuple[ReadParagraph, ...]:
    """Return the paragraphs of a frame, empty ones included; a line break is a newline."""
    return tuple(ReadParagraph(own.text.replace("\v", "\n"), own.level) for own in frame.paragraphs)


def links_of(element: Any, part: Part, numbers: Mapping[Part, int]) -> Iterator[ReadLink]:
    """Yield the hyperlinks of the runs below a shape's element, in reading order."""
    for run in element.iter(f"{{{A}}}r"):
        link = next(run.iter(f"{{{A}}}hlinkClick"), None)
        if link is None:
            continue
        relationship = part.rels[link.get(f"{{{R}}}id")]
        text = "".join(content.text or "" for content in run.iter(f"{{{A}}}t"))
        external = relationship.is_external
        yield ReadLink(text, relationship.target_ref if external else numbers[relationship.target_part])
