"""Read a reference deck before anything is built, and propose where our layouts go.

What reads one is loaded only where there is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from builder.deck.reference.brand import Brand
from builder.deck.reference.kept import ReferenceSlide, choose_slides, warn_of_unreachable
from builder.deck.reference.match import Match, missing, propose
from builder.deck.reference.model import ReferenceDeck
from builder.diagnostics import Diagnostic, Diagnostics, Outcome
from builder.model.document import DeckSettings, Document
from builder.resolve.files import FileReader
from builder.world import World


@dataclass(frozen=True, slots=True)
class Survey:
    """What a reference deck offers; `deck`, `matches` and `slides` are empty as far as it has faults."""

    deck: ReferenceDeck | None
    matches: tuple[Match, ...]
    slides: tuple[ReferenceSlide, ...]
    diagnostics: tuple[Diagnostic, ...]


def survey(file: Path) -> Survey:
    """Return what the reference deck `file` offers.

    Raises:
        OSError: it cannot be read.
    """
    from builder.pptx.reference.archive import read_members
    from builder.pptx.reference.read import read_reference
    from builder.pptx.reference.slides import list_slides
    from builder.pptx.reference.tree import PartTree

    world = World(file.resolve().parent)
    data = world.read_bytes(Path(file.name))
    read = read_reference(data, file.name)
    if read.value is None:
        return Survey(None, (), (), read.diagnostics)
    proposed = propose(read.value)
    matches = proposed.value or ()
    listed = list_slides(PartTree(read_members(data)), file.name)
    told = (
        *read.diagnostics,
        *proposed.diagnostics,
        *missing(read.value, matches),
        *listed.diagnostics,
    )
    return Survey(read.value, matches, listed.value or (), told)


def find_brand(world: World, document: Document) -> Outcome[Brand]:
    """Return the reference deck that the content names, with where each layout goes; no value if it names none.

    Diagnostics: B501, B503, it is not there; those of `read_reference`, `propose` and `choose_slides`; B316, layouts
    without it; B318, slides without it.
    """
    named, found = document.deck.reference, Diagnostics()
    if named is None:
        _require_none(document.deck, found)
        return found.outcome(None)
    from builder.pptx.reference.archive import read_members
    from builder.pptx.reference.read import read_reference
    from builder.pptx.reference.slides import read_kept
    from builder.pptx.reference.tree import PartTree

    file = FileReader(world, document.file, found).read(named.path, named.span, "reference deck", "B501")
    if file is None:
        return found.outcome(None)
    name = PurePosixPath(named.path).name
    read = read_reference(file.data, name, named.span)
    found.extend(read.diagnostics)
    if read.value is None:
        return found.outcome(None)
    proposed = propose(read.value, document.deck.layouts, named.span)
    chosen = choose_slides(document.deck, read.value.slides, name)
    found.extend((*proposed.diagnostics, *chosen.diagnostics))
    if proposed.value is None or chosen.value is None:
        return found.outcome(None)
    members = read_members(file.data)
    kept = read_kept(PartTree(members), chosen.value, name, named.span)
    found.extend(kept.diagnostics)
    if kept.value is None:
        return found.outcome(None)
    found.extend(warn_of_unreachable(kept.value, name, named.span))
    return found.outcome(Brand(read.value, proposed.value, members, named.span, kept.value))


def _require_none(settings: DeckSettings, found: Diagnostics) -> None:
    """Add B316 or B318 for what only a reference deck can have."""
    if settings.layouts:
        span = settings.layouts[0].name_span
        found.error(
            "B316", "layouts are chosen and there is no reference deck", span, help="add 'reference: …'"
        )
    for choice in (*settings.slides_first, *settings.slides_last)[:1]:
        found.error(
            "B318", "slides are kept and there is no reference deck", choice.span, help="add 'reference: …'"
        )
