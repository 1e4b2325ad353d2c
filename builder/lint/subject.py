"""What the rules look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from builder.lint.evidence import Evidence
from builder.lint.passages import Passage, Role
from builder.model.block import Block
from builder.model.claims import Claim
from builder.model.document import Document, Section
from builder.model.resolved import Picture
from builder.resolve.numbering import iter_blocks


@dataclass(frozen=True)
class Subject:
    """One content file: its texts as written, the document as read, and its pictures by the path of their block.

    `works` are the ids of the bibliography.
    """

    document: Document
    passages: tuple[Passage, ...]
    pictures: Mapping[str, Picture]
    works: frozenset[str] = frozenset()

    @cached_property
    def blocks(self) -> Mapping[str, Block]:
        """Every block, those inside others too, by its path."""
        return {block.path: block for block, _ in iter_blocks(self.document)}

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """Every section by its path."""
        return {section.path: section for section in _all_sections(self.document.sections)}

    @cached_property
    def evidence(self) -> Evidence:
        """What is known of the sources of its numbers."""
        return Evidence(self.passages, self.blocks, self.document.claims)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Every claim by its id."""
        return {claim.id: claim for claim in self.document.claims}

    @property
    def is_english(self) -> bool:
        """Whether the text is in English, which some rules know the words of."""
        return self.document.lang.lower().split("-")[0] == "en"

    def passages_of(self, roles: Collection[Role]) -> Iterator[Passage]:
        """Yield the passages that play one of `roles`."""
        return (passage for passage in self.passages if passage.role in roles)


def _all_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.sections)
