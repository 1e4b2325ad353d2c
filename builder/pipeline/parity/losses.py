"""Losses as diagnostics, each at the part of the content that an output does not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.diagnostics import Diagnostic
from builder.model.block import Output
from builder.model.web import Web
from builder.pipeline.log import RunLog
from builder.pipeline.parity.compare import Loss
from builder.theme.places import brings_templates
from builder.theme.theme import Theme

CODES = {Output.REPORT: "B701", Web.PAGE: "B720", Output.DECK: "B801"}
FILES = {Output.REPORT: "the PDF", Web.PAGE: "the web page", Output.DECK: "the deck"}
LONGEST_QUOTE = 60
OUR_FAULT = "this is a fault of diptych, not of your content: please report it with the content file"


def tell_losses(log: RunLog, output: Output | Web, losses: Iterable[Loss], theme: Theme) -> None:
    """Add an error for each loss: a fault of ours, unless the theme brings templates or style sheets of its own."""
    if brings_templates(theme.folder):
        help = f"look for it in the templates and style sheets of the theme '{theme.name}'"
        log.diagnostics.extend(_diagnostics(output, losses, help))
    else:
        log.losses.extend(_diagnostics(output, losses, OUR_FAULT))


def _diagnostics(output: Output | Web, losses: Iterable[Loss], help: str) -> Iterator[Diagnostic]:
    for loss in losses:
        message = f"{FILES[output]} lacks '{_cut(loss.text)}' of this {loss.expected.word}"
        yield Diagnostic(CODES[output], message, loss.expected.span, help=help)


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
