"""What the deck can be printed as."""

from __future__ import annotations

from enum import Enum


class Print(Enum):
    """A PDF of the deck: its slides, several on a page to hand out, or what the speaker needs at the lectern."""

    SLIDES = "slides"
    HANDOUT = "handout"
    SCRIPT = "script"
