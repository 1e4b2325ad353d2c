"""The package: parts with names of our own choice, and the relationships between them (ECMA-376 part 2).

Why: python-pptx finds each new part's name and relationship id by walking all that exist, which is quadratic in
slides (`OpcPackage.next_partname` and `_Relationships._next_rId` in 1.0.2; scanny/python-pptx#644). Here both are
counted, and looking one up is a dictionary access.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from builder.pptx.archive import CONTENT_TYPES_MEMBER, write_archive
from builder.pptx.names import CONTENT_TYPES, RELATIONSHIPS, ContentType, RelationshipType
from builder.pptx.xml import Xml, document, join, tag

_DEFAULTS = {
    "jpeg": ContentType.JPEG,
    "png": ContentType.PNG,
    "rels": ContentType.RELATIONSHIPS,
    "svg": ContentType.SVG,
    "xlsx": ContentType.XLSX,
    "xml": ContentType.XML,
}


@dataclass(slots=True)
class Relationships:
    """What a source (a part, or the package) refers to; ids count from rId1 in the order of the calls."""

    source: str
    _ids: dict[tuple[RelationshipType, str, bool], str] = field(default_factory=dict)
    _adopted: list[tuple[str, str, str, bool]] = field(default_factory=list)
    _taken: int = 0

    def adopt(self, id_: str, kind: str, target: str, *, external: bool) -> None:
        """Take over a relationship of a file that was read, under its own id; new ids count on from there."""
        self._adopted.append((id_, kind, target, external))
        number = id_.removeprefix("rId")
        self._taken = max(self._taken, int(number) if number.isascii() and number.isdigit() else 0)

    def to(self, part: Part, kind: RelationshipType) -> str:
        """Return the id of the relationship to `part`, making it if there is none."""
        return self._require_id(kind, part.name, external=False)

    def to_external(self, target: str, kind: RelationshipType) -> str:
        """Return the id of the relationship to an address outside of the package."""
        return self._require_id(kind, target, external=True)

    @property
    def member(self) -> str:
        """The name of the archive's member that holds the relationships."""
        folder, name = posixpath.split(self.source)
        return posixpath.join(folder, "_rels", f"{name}.rels").lstrip("/")

    def __bool__(self) -> bool:
        return bool(self._ids or self._adopted)

    def to_bytes(self) -> bytes:
        """Return the relationships part."""
        adopted = (self._entry(kind, target, external, id_) for id_, kind, target, external in self._adopted)
        entries = (self._entry(*key, id_) for key, id_ in self._ids.items())
        return document(tag("Relationships", join(adopted), join(entries), xmlns=RELATIONSHIPS))

    def _require_id(self, kind: RelationshipType, target: str, *, external: bool) -> str:
        return self._ids.setdefault((kind, target, external), f"rId{self._taken + len(self._ids) + 1}")

    def _entry(self, kind: str, target: str, external: bool, id_: str) -> Xml:
        address = target if external else posixpath.relpath(target, posixpath.dirname(self.source))
        mode = "External" if external else None
        return tag("Relationship", Id=id_, Type=str(kind), Target=address, TargetMode=mode)


@dataclass(slots=True)
class Part:
    """A part of the package.

    Attributes:
        name: absolute, such as /ppt/slides/slide1.xml.
        data: its bytes; may be set after the part was made, when parts refer to each other.
        relationships: what it refers to.
    """

    name: str
    content_type: str
    data: bytes
    relationships: Relationships


class Package:
    """Parts by name, and the relationships of the package itself."""

    def __init__(self) -> None:
        self.relationships = Relationships("/")
        self._parts: dict[str, Part] = {}

    def add(self, name: str, content_type: str, data: bytes = b"") -> Part:
        """Add a part.

        Raises:
            ValueError: the package has a part of that name.
        """
        if name in self._parts:
            raise ValueError(name)
        part = Part(name, content_type, data, Relationships(name))
        self._parts[name] = part
        return part

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def highest(self, *stems: str) -> int:
        """Return the largest number of a part whose name is one of `stems` and a number, 0 if there is none.

        Upper and lower case are the same in names (ECMA-376 part 2, 6.2.2.3).
        """
        named = re.compile(rf"(?:{'|'.join(map(re.escape, stems))})([0-9]{{1,9}})\.[^/]*", re.IGNORECASE)
        return max((int(found[1]) for name in self._parts if (found := named.fullmatch(name))), default=0)

    def to_bytes(self) -> bytes:
        """Return the package as an archive, the same bytes for the same parts."""
        members = {part.name.lstrip("/"): part.data for part in self._parts.values()}
        sources = [self.relationships, *(part.relationships for part in self._parts.values())]
        members |= {source.member: source.to_bytes() for source in sources if source}
        members[CONTENT_TYPES_MEMBER] = self._content_types()
        return write_archive(members)

    def _content_types(self) -> bytes:
        extensions = {part.name.rpartition(".")[2] for part in self._parts.values()} & _DEFAULTS.keys()
        defaults = (
            tag("Default", Extension=extension, ContentType=_DEFAULTS[extension].value)
            for extension in sorted(extensions | {"rels", "xml"})
        )
        overrides = (
            tag("Override", PartName=part.name, ContentType=str(part.content_type))
            for part in sorted(self._parts.values(), key=lambda part: part.name)
            if part.name.endswith(".xml") or part.content_type != _DEFAULTS.get(part.name.rpartition(".")[2])
        )
        return document(tag("Types", join(defaults), join(overrides), xmlns=CONTENT_TYPES))
