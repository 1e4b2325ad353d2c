"""Why a picture cannot be used; the text of each says it, to follow the file's name."""

from __future__ import annotations


class UnusableSvg(Exception):
    """An SVG that is none, or that does more than draw."""


class UnusableImage(ValueError):
    """An image that is of another type, or damaged."""


class TooMuchToDraw(Exception):
    """A picture beyond the limits."""
