"""The package of a reference deck, with those of its slides that are kept: what a deck is written into."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from lxml import etree

from builder.pptx.names import OFFICE, ContentType, RelationshipType
from builder.pptx.package import Package, Part
from builder.pptx.reference.lost import remove_lost, without_lost
from builder.pptx.reference.safety import is_program
from builder.pptx.reference.tree import ROOT, PartTree, Relation

_KEPT = frozenset(
    {
        RelationshipType.MASTER,
        RelationshipType.NOTES_MASTER,
        RelationshipType.THEME,
        RelationshipType.TABLE_STYLES,
        f"{OFFICE}handoutMaster",
        f"{OFFICE}font",
        f"{OFFICE}customXml",
        f"{OFFICE}tags",
    }
)
"""What a presentation refers to that is kept; macros and the editor's state are not."""

_AUTHORS = {
    f"{OFFICE}comments": f"{OFFICE}commentAuthors",
    "http://schemas.microsoft.com/office/2018/10/relationships/comments": (
        "http://schemas.microsoft.com/office/2018/10/relationships/authors"
    ),
}
"""What the presentation must refer to where slides have comments, of the older and of the newer kind."""


@dataclass(frozen=True, slots=True)
class Host:
    """A package to write slides into.

    Attributes:
        presentation: its part; root: its XML, to be completed. parts: those that were kept, by their names in the file.
        notes_master: None where the file has none. slides: ids of the relationships to slides, by their parts.
    """

    package: Package
    presentation: Part
    root: etree._Element
    parts: dict[str, Part]
    notes_master: Part | None
    slides: dict[str, str]


def open_host(tree: PartTree, slides: Collection[str] = ()) -> Host:
    """Return the package with everything that masters, layouts and these slides need, and nothing of other slides."""
    main = tree.related(ROOT, RelationshipType.PRESENTATION) or ""
    package = Package()
    presentation = package.add(f"/{main}", ContentType.PRESENTATION)
    package.relationships.to(presentation, RelationshipType.PRESENTATION)
    adoption = _Adoption(tree, package, frozenset(slides), {main: presentation})
    kept = [one for one in tree.relations(main) if _is_kept(one, adoption)]
    adoption.adopt(presentation, kept)
    root = tree.xml(main)
    remove_lost(root, {one.id for one in kept})
    notes = (part for part in adoption.parts.values() if part.content_type == ContentType.NOTES_MASTER)
    ids = {one.target: one.id for one in kept if one.type == RelationshipType.SLIDE}
    return Host(package, presentation, root, adoption.parts, next(notes, None), ids)


def _is_kept(one: Relation, adoption: _Adoption) -> bool:
    wanted = _KEPT | {RelationshipType.SLIDE} | {_AUTHORS[kind] for kind in adoption.comments()}
    return one.type in wanted and adoption.follows(one)


@dataclass(frozen=True, slots=True)
class _Adoption:
    """Takes over parts with everything that they refer to, once each."""

    tree: PartTree
    package: Package
    slides: frozenset[str]
    parts: dict[str, Part]

    def follows(self, one: Relation) -> bool:
        """Return whether what a relationship leads to comes along."""
        if one.external:
            return True
        if one.target not in self.tree.members or is_program(self.tree.content_types.get(one.target, "")):
            return False
        if one.type == RelationshipType.SLIDE:
            return one.target in self.slides
        return one.type not in _AUTHORS or self._has_authors(_AUTHORS[one.type])

    def comments(self) -> set[str]:
        """Return the kinds of comments that there are on the slides."""
        return {one.type for slide in self.slides for one in self.tree.relations(slide)} & _AUTHORS.keys()

    def adopt(self, part: Part, relations: list[Relation]) -> None:
        """Give `part` these relationships, and take over what they lead to."""
        waiting = [(part, relations)]
        while waiting:
            source, kept = waiting.pop(0)
            for one in kept:
                target = one.target if one.external else f"/{one.target}"
                source.relationships.adopt(one.id, one.type, target, external=one.external)
                if not one.external and one.target not in self.parts:
                    waiting.append(self._take(one.target))

    def _take(self, name: str) -> tuple[Part, list[Relation]]:
        relations = list(self.tree.relations(name))
        kept = [one for one in relations if self.follows(one)]
        lost = {one.id for one in relations} - {one.id for one in kept}
        data = without_lost(self.tree.xml(name), lost) if lost else self.tree.members[name]
        part = self.package.add(f"/{name}", self.tree.content_types.get(name, ContentType.XML), data)
        self.parts[name] = part
        return part, kept

    def _has_authors(self, kind: str) -> bool:
        main = self.tree.related(ROOT, RelationshipType.PRESENTATION) or ""
        authors = self.tree.related(main, kind)
        return authors is not None and authors in self.tree.members
