"""The package of a reference deck without its slides: what a deck is written into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from builder.pptx.names import ContentType, R, RelationshipType
from builder.pptx.package import Package, Part
from builder.pptx.reference.tree import ROOT, PartTree, Relation

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_KEPT = frozenset(
    {
        RelationshipType.MASTER,
        RelationshipType.NOTES_MASTER,
        RelationshipType.THEME,
        RelationshipType.TABLE_STYLES,
        f"{_OFFICE}handoutMaster",
        f"{_OFFICE}font",
        f"{_OFFICE}customXml",
        f"{_OFFICE}tags",
    }
)
"""What a presentation refers to that is kept; slides, comments, macros and the editor's state are not."""

_NEVER = frozenset({RelationshipType.SLIDE, RelationshipType.NOTES})


@dataclass(frozen=True, slots=True)
class Host:
    """A package to write slides into.

    Attributes:
        presentation: its part; root: its XML, to be completed. parts: those that were kept, by their names in the file.
        notes_master: None where the file has none.
    """

    package: Package
    presentation: Part
    root: etree._Element
    parts: dict[str, Part]
    notes_master: Part | None


def open_host(tree: PartTree) -> Host:
    """Return the package with everything that masters and layouts need, and nothing of the slides."""
    main = tree.related(ROOT, RelationshipType.PRESENTATION) or ""
    package = Package()
    presentation = package.add(f"/{main}", ContentType.PRESENTATION)
    package.relationships.to(presentation, RelationshipType.PRESENTATION)
    kept = [
        one
        for one in tree.relations(main)
        if one.type in _KEPT and (one.external or one.target in tree.members)
    ]
    _adopt(presentation, kept)
    parts = {main: presentation}
    waiting = [one.target for one in kept if not one.external]
    while waiting:
        name = waiting.pop(0)
        if name in parts:
            continue
        part = package.add(f"/{name}", tree.content_types.get(name, ContentType.XML), tree.members[name])
        parts[name] = part
        relations = [one for one in tree.relations(name) if _follows(one, tree)]
        _adopt(part, relations)
        waiting += [one.target for one in relations if not one.external]
    root = tree.xml(main)
    _remove_lost(root, {one.id for one in kept})
    notes = next((one.target for one in kept if one.type == RelationshipType.NOTES_MASTER), None)
    return Host(package, presentation, root, parts, parts[notes] if notes else None)


def _follows(relation: Relation, tree: PartTree) -> bool:
    return relation.external or (relation.type not in _NEVER and relation.target in tree.members)


def _adopt(part: Part, relations: list[Relation]) -> None:
    for one in relations:
        target = one.target if one.external else f"/{one.target}"
        part.relationships.adopt(one.id, one.type, target, external=one.external)


def _remove_lost(root: etree._Element, kept: set[str]) -> None:
    """Take out what names a relationship that is gone, and lists that are then empty."""
    lost = [element for element in root.iter(etree.Element) if _relations_of(element) - kept]
    for element in lost:
        parent = element.getparent()
        if parent is None:
            continue
        parent.remove(element)
        if not len(parent) and parent is not root and parent.getparent() is not None:
            parent.getparent().remove(parent)  # type: ignore[union-attr] # it was asked for above


def _relations_of(element: etree._Element) -> set[str]:
    return set(_iter_relations(element))


def _iter_relations(element: etree._Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if str(name).startswith(f"{{{R}}}"):
            yield str(value)
