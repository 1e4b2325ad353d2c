"""Losses as diagnostics, each at the part of the content that an output does not say."""

from __future__ import annotations

from collections.abc import Iterable

from builder.diagnostics import Diagnostic
from builder.model.block import Output
from builder.model.web import Web
from builder.pipeline.parity.compare import Loss

CODES = {Output.REPORT: "B701", Web.PAGE: "B720", Output.DECK: "B801"}
FILES = {Output.REPORT: "the PDF", Web.PAGE: "the web page", Output.DECK: "the deck"}
LONGEST_QUOTE = 60


def loss_diagnostics(output: Output | Web, losses: Iterable[Loss]) -> tuple[Diagnostic, ...]:
    """Return one error for each loss; the help says whose fault it is."""
    return tuple(
        Diagnostic(
            CODES[output],
            f"{FILES[output]} lacks '{_cut(loss.text)}' of this {loss.expected.word}",
            loss.expected.span,
            help="this is a fault of diptych, not of your content: please report it with the content file",
        )
        for loss in losses
    )


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
