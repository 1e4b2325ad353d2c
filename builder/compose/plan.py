"""What a slide is to show, before anything is laid out."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.block import Block
from builder.model.inline import Inlines
from builder.model.prose import Prose
from builder.model.resolved import ReferenceEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceList(Block):
    """Entries of the list of references, as a block of its own; only slides have it."""

    entries: tuple[ReferenceEntry, ...]


@dataclass(frozen=True, slots=True)
class SlidePlan:
    """One slide, or the start of several when it does not fit.

    Attributes:
        key: unique and stable; anchors: the ids of the document that lead to this slide.
        layouts: names in order of preference, the compact one last.
        title: shown as the title; untitled is only the title slide, which shows the document's.
        kicker: small type above the title.
        notes: what the speaker says. section: for the program's own section list.
        fallback: the slides to make instead where no layout holds this one as a whole.
        whole: it may not be continued on a further slide.
    """

    key: str
    layouts: tuple[str, ...]
    title: Inlines
    blocks: tuple[Block, ...] = ()
    kicker: Inlines = ()
    notes: Prose = ()
    section: str = ""
    anchors: tuple[str, ...] = ()
    fallback: tuple[SlidePlan, ...] = ()
    whole: bool = False
