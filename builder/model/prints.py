"""What can be printed beside the briefing itself."""

from __future__ import annotations

from enum import Enum

from builder.model.block import Output


class Print(Enum):
    """A PDF made of the slides or the pages of one of the two panels.

    Of the deck: its slides, several on a page to hand out, or what the speaker needs at the lectern. Of the briefing:
    its pages two on a sheet, to fold, and its pages in grey.
    """

    SLIDES = "slides"
    HANDOUT = "handout"
    SCRIPT = "script"
    BOOKLET = "booklet"
    PROOF = "proof"

    @property
    def of(self) -> Output:
        """The panel that it is made of."""
        return Output.REPORT if self in (Print.BOOKLET, Print.PROOF) else Output.DECK
