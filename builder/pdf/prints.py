"""Stages 6 and 7 of the deck on paper: finished slides to the bytes of a PDF."""

from __future__ import annotations

from hashlib import sha256

from builder.compose.prints import PrintDeck, compose_print
from builder.diagnostics import Outcome
from builder.layout.prints import lay_out_print
from builder.model.prints import Print
from builder.model.resolved import ResolvedDocument
from builder.pdf.mend.mend import mend
from builder.theme.theme import Theme
from builder.world import World

RUNNING = "Art"
"""The tag of what repeats on each slide; `deck.printed` makes articles of it."""


def write_print(
    world: World, resolved: ResolvedDocument, theme: Theme, what: Print, deck: PrintDeck
) -> Outcome[bytes]:
    """Return slides, handout or script as PDF/UA-1 and PDF/A-3a.

    Diagnostics: B401, a template has a fault; B303 and B402, what the layout engine reports; B730, it takes too long.
    """
    composed = compose_print(world, resolved, theme, what, deck)
    if composed.value is None:
        return Outcome(None, composed.diagnostics)
    laid_out = lay_out_print(composed.value, theme)
    if laid_out.value is None:
        return Outcome(None, (*composed.diagnostics, *laid_out.diagnostics))
    name = sha256(f"{resolved.document.file} {what.value}".encode()).hexdigest()[:16]
    painted = laid_out.value.paint(name.encode())
    data = mend(painted.require(), running=RUNNING) if painted.value is not None else None
    return Outcome(data, (*composed.diagnostics, *laid_out.diagnostics, *painted.diagnostics))
