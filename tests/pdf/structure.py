"""The tag tree of a PDF and the text of each element, as poppler's `pdfinfo -struct-text` tells them."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ELEMENT = re.compile(r'( *)([A-Z][A-Za-z0-9]*)( <[^>]*>)?( ".*")?( \((block|inline)\))?:?')
TEXT = re.compile(r' *"(.*)"', re.DOTALL)

INLINE = frozenset({"Span", "NonStruct", "Link", "Reference"})
"""What stands within a line, so that its text goes on what is before it."""


@dataclass(eq=False)
class Tag:
    type: str
    kids: list["Tag | str"] = field(default_factory=list)

    def walk(self) -> Iterator["Tag"]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()

    def texts(self, kind: str) -> list[str]:
        """Return the text of each element of a type."""
        return [tag.text for tag in self.walk() if tag.type == kind]

    @property
    def text(self) -> str:
        """All text in it: blocks are parted, all else is as it stands; words parted at soft hyphens are whole."""
        return " ".join("".join(self._parts()).replace("\u00ad", "").split())

    def _parts(self) -> Iterator[str]:
        edge = "" if self.type in INLINE else " "
        yield edge
        for kid in self.kids:
            if isinstance(kid, str):
                yield kid
            else:
                yield from kid._parts()
        yield edge


def read_structure(pdfinfo: Path, file: Path) -> Tag:
    """Return the tag tree of a PDF."""
    command = [str(pdfinfo), "-struct-text", str(file)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    root = Tag("Root")
    open_tags = [(-1, root)]
    for line in printed.split("\n"):
        if element := ELEMENT.fullmatch(line):
            depth = len(element[1])
            while open_tags[-1][0] >= depth:
                open_tags.pop()
            tag = Tag(element[2])
            open_tags[-1][1].kids.append(tag)
            open_tags.append((depth, tag))
        elif text := TEXT.fullmatch(line):
            open_tags[-1][1].kids.append(text[1])
    return root
