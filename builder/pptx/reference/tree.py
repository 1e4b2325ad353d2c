"""The parts of a package by name, their XML, and what they refer to (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from builder.pptx.archive import CONTENT_TYPES_MEMBER
from builder.pptx.names import CONTENT_TYPES, RELATIONSHIPS, ContentType, P, R
from builder.pptx.reference.archive import SAVE_AGAIN, Unreadable

_SHAPES = (f"{{{P}}}sp", f"{{{P}}}pic", f"{{{P}}}cxnSp")
SHEETS = {"sld": ContentType.SLIDE, "sldLayout": ContentType.LAYOUT, "sldMaster": ContentType.MASTER}
ROOT = ""
"""The source of the package's own relationships."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: `target` is the name of a part, or an address where `external`."""

    id: str
    type: str
    target: str
    external: bool


class PartTree:
    """Parts by their names in the archive, such as ppt/presentation.xml."""

    def __init__(self, members: dict[str, bytes]) -> None:
        self.members = members
        self._names = {name.casefold(): name for name in members}

    def xml(self, part: str) -> etree._Element:
        """Return the root element of a part.

        Raises:
            Unreadable: there is no such part, it is not well-formed, or it declares entities.
        """
        if part not in self.members:
            raise Unreadable(f"refers to the part '{part}', which it does not hold", SAVE_AGAIN)
        try:
            root = etree.fromstring(self.members[part], _make_parser())
        except (etree.XMLSyntaxError, ValueError):
            raise Unreadable(f"holds a part '{part}' that is not well-formed XML", SAVE_AGAIN) from None
        if b"<!DOCTYPE" in self.members[part]:
            raise Unreadable(f"holds a part '{part}' that declares entities", SAVE_AGAIN)
        return root

    def sheet(self, part: str, kind: str) -> etree._Element:
        """Return the root element of a slide, layout or master: `sld`, `sldLayout` or `sldMaster`.

        Raises:
            Unreadable: it is another kind of part, or lacks what each of them must have (ECMA-376 part 1, 19.3.1).
        """
        root = self.xml(part)
        shapes = root.find(f"{{{P}}}cSld/{{{P}}}spTree")
        if root.tag != f"{{{P}}}{kind}" or shapes is None or self.content_types.get(part) != SHEETS[kind]:
            raise Unreadable(f"holds a part '{part}' that is none of its kind", SAVE_AGAIN)
        if any(shape.find(f"{{{P}}}spPr") is None for kind in _SHAPES for shape in shapes.iter(kind)):
            raise Unreadable(f"holds a part '{part}' with a shape that lacks its properties", SAVE_AGAIN)
        return root

    def relations(self, source: str) -> Iterator[Relation]:
        """Yield what `source` refers to, in the order of the file."""
        folder, name = posixpath.split(source)
        member = posixpath.join(folder, "_rels", f"{name}.rels")
        if member not in self.members:
            return
        for entry in self.xml(member).iterfind(f"{{{RELATIONSHIPS}}}Relationship"):
            target, external = entry.get("Target", ""), entry.get("TargetMode") == "External"
            if not external:
                absolute = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                target = self._names.get(absolute.casefold(), absolute)
            yield Relation(entry.get("Id", ""), entry.get("Type", ""), target, external)

    def related(self, source: str, type: str) -> str | None:
        """Return the first part of a relationship type that `source` refers to, if there is one."""
        return next((one.target for one in self.relations(source) if one.type == type), None)

    def listed(self, source: str, root: etree._Element, path: str) -> tuple[str, ...]:
        """Return the parts that the elements at `path` name by their `r:id`, in the order of the elements."""
        targets = {one.id: one.target for one in self.relations(source)}
        ids = [element.get(f"{{{R}}}id", "") for element in root.iterfind(path)]
        if lost := [id for id in ids if id not in targets]:
            raise Unreadable(
                f"holds a part '{source}' that names a relationship '{lost[0]}' it lacks", SAVE_AGAIN
            )
        return tuple(targets[id] for id in ids)

    @cached_property
    def content_types(self) -> dict[str, str]:
        """The content type of each part that is given one by name or by the ending of its name."""
        root = self.xml(CONTENT_TYPES_MEMBER)
        endings = {
            entry.get("Extension", "").casefold(): entry.get("ContentType", "")
            for entry in root.iterfind(f"{{{CONTENT_TYPES}}}Default")
        }
        named = {
            entry.get("PartName", "").lstrip("/").casefold(): entry.get("ContentType", "")
            for entry in root.iterfind(f"{{{CONTENT_TYPES}}}Override")
        }
        given = {
            name: named.get(name.casefold()) or endings.get(name.rpartition(".")[2].casefold(), "")
            for name in self.members
        }
        return {name: type for name, type in given.items() if type}


def _make_parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
