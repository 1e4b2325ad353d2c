"""The briefing for browsers."""

from __future__ import annotations

from enum import Enum


class Web(Enum):
    """What a browser is given: the briefing as one file that needs nothing beside it."""

    PAGE = "html"
