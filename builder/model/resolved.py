"""The resolved document: nothing is left to look up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.model.block import Output
from builder.model.document import Document
from builder.model.inline import CitationMark, CitedItem, Inlines


@dataclass(frozen=True, slots=True)
class ReferenceEntry:
    """One work in the list of references.

    Attributes:
        number: its place in the one numbering of both outputs.
        entry: as the citation style shows it, without the number.
        short: for the foot of a slide: first author, journal abbreviation, year; with the letter that a citation has.
        brief: first author and year alone.
        outputs: where it is cited.
    """

    key: str
    number: int
    entry: Inlines
    short: str
    brief: str
    outputs: frozenset[Output]

    @property
    def anchor(self) -> str:
        """The id of its place in the list."""
        return f"ref-{self.key}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure's file.

    Attributes:
        media_type: image/svg+xml, image/png, image/jpeg or image/webp.
        name: the file's own name, without folders.
        width_px, height_px: natural size in CSS pixels.
        data: its bytes, checked. png: of an SVG or WebP, once it is drawn for programs that cannot show it.
    """

    media_type: str
    name: str
    width_px: float
    height_px: float
    data: bytes
    png: bytes | None = None


@dataclass(frozen=True, slots=True)
class ResolvedDocument:
    """A document whose inlines hold citation marks and reference links, and whose blocks have their labels.

    Attributes:
        document: rewritten; no `Citation` or `CrossReference` is left in it.
        references: in the order of their numbers.
        pictures: by the path of the figure block.
        sources: each `source` as the style cites it, by its keys; unknown works are left out.
        claim_marks: the source of each claim that is used, as the style cites it with its locator, by the claim's id.
        numeric: whether the style cites by number; else the list of references has no numbers.
        works: the ids of all works of the bibliography, cited or not.
        missing_glyphs: characters that no font of the theme has, as reported.
    """

    document: Document
    references: tuple[ReferenceEntry, ...]
    pictures: Mapping[str, Picture]
    sources: Mapping[tuple[str, ...], CitationMark] = field(default_factory=dict)
    claim_marks: Mapping[str, CitationMark] = field(default_factory=dict)
    numeric: bool = True
    works: frozenset[str] = frozenset()
    missing_glyphs: frozenset[str] = frozenset()

    def reference(self, key: str) -> ReferenceEntry:
        """Return the entry of a cited work."""
        return next(entry for entry in self.references if entry.key == key)

    def source_mark(self, source: tuple[CitedItem, ...]) -> CitationMark | None:
        """Return the `source` of a block or a stat as the style cites it, such as "(1–3)"."""
        known = {entry.key for entry in self.references}
        return self.sources.get(tuple(item.key for item in source if item.key in known))

    def references_in(self, output: Output) -> tuple[ReferenceEntry, ...]:
        """Return the works that `output` cites."""
        return tuple(entry for entry in self.references if output in entry.outputs)
