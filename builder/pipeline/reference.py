"""Read a reference deck before anything is built, and propose where our layouts go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.deck.reference.match import Match, propose
from builder.deck.reference.model import ReferenceDeck
from builder.diagnostics import Diagnostic
from builder.pptx.reference.read import read_reference
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
    return Survey(read.value, proposed.value or (), (*read.diagnostics, *proposed.diagnostics))
