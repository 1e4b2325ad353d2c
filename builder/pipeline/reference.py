"""Read a reference deck before anything is built, and propose where our layouts go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from builder.deck.reference.brand import Brand
from builder.deck.reference.match import Match, missing, propose
from builder.deck.reference.model import ReferenceDeck
from builder.diagnostics import Diagnostic, Diagnostics, Outcome
from builder.model.document import Document
from builder.pptx.reference.archive import read_members
from builder.pptx.reference.read import read_reference
from builder.resolve.files import FileReader
from builder.world import World


@dataclass(frozen=True, slots=True)
class Survey:
    """What a reference deck offers; `deck` and `matches` are empty as far as it has faults."""

    deck: ReferenceDeck | None
    matches: tuple[Match, ...]
    diagnostics: tuple[Diagnostic, ...]


def survey(file: Path) -> Survey:
    """Return what the reference deck `file` offers.

    Raises:
        OSError: it cannot be read.
    """
    world = World(file.resolve().parent)
    read = read_reference(world.read_bytes(Path(file.name)), file.name)
    if read.value is None:
        return Survey(None, (), read.diagnostics)
    proposed = propose(read.value)
    matches = proposed.value or ()
    told = (*read.diagnostics, *proposed.diagnostics, *missing(read.value, matches))
    return Survey(read.value, matches, told)


def find_brand(world: World, document: Document) -> Outcome[Brand]:
    """Return the reference deck that the content names, with where each layout goes; no value if it names none.

    Diagnostics: B501, B503, it is not there; those of `read_reference` and `propose`; B316, layouts without it.
    """
    named, found = document.deck.reference, Diagnostics()
    if named is None:
        if document.deck.layouts:
            span = document.deck.layouts[0].name_span
            found.error(
                "B316", "layouts are chosen and there is no reference deck", span, help="add 'reference: …'"
            )
        return found.outcome(None)
    file = FileReader(world, document.file, found).read(named.path, named.span, "reference deck", "B501")
    if file is None:
        return found.outcome(None)
    name = PurePosixPath(named.path).name
    read = read_reference(file.data, name, named.span)
    found.extend(read.diagnostics)
    if read.value is None:
        return found.outcome(None)
    proposed = propose(read.value, document.deck.layouts, named.span)
    found.extend(proposed.diagnostics)
    if proposed.value is None:
        return found.outcome(None)
    return found.outcome(Brand(read.value, proposed.value, read_members(file.data), named.span))
