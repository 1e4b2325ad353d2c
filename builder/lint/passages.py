"""Passages: each text of a content file with the part that it plays, and the place of each of its characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from builder.content.nodes import Scalar
from builder.diagnostics import Span
from builder.lint.markup import mask_markup
from builder.lint.sentences import Stretch, paragraphs, sentences
from builder.markup import TextMap

_DIGIT = re.compile(r"\d")


class Role(Enum):
    """What a text is for."""

    TITLE = "title"
    HEADLINE = "headline"
    HEADING = "heading"
    SUMMARY = "summary"
    PROSE = "prose"
    QUOTATION = "quotation"
    POINT = "point"
    ITEM = "item"
    VALUE = "value"
    LABEL = "label"
    COLUMN = "column"
    CELL = "cell"
    CAPTION = "caption"
    AXIS = "axis"
    ALT = "alt"
    NOTES = "notes"
    DISCLOSURE = "disclosure"
    CLAIM = "claim"


RUNNING = frozenset(
    {Role.SUMMARY, Role.PROSE, Role.NOTES, Role.DISCLOSURE, Role.POINT, Role.ITEM, Role.CAPTION}
)
"""Roles whose texts are made of sentences or parts of them."""


@dataclass(frozen=True)
class Passage:
    """One text.

    Attributes:
        section, block: the paths of the innermost section and block that hold it, as in the model; "" outside of any.
        part: the row, point, step or figure of a strip within its block; texts of one part share a source.
    """

    role: Role
    scalar: Scalar
    section: str = ""
    block: str = ""
    part: str = ""

    @property
    def text(self) -> str:
        """The text as its author wrote it, markup included."""
        return self.scalar.value

    @cached_property
    def shown(self) -> str:
        """The text with its markup masked, of the same length."""
        return mask_markup(self.scalar.value)

    @cached_property
    def has_digits(self) -> bool:
        """Whether there is a figure in it, markup apart."""
        return _DIGIT.search(self.shown) is not None

    @cached_property
    def paragraphs(self) -> tuple[Stretch, ...]:
        """Where its paragraphs and list items stand."""
        return tuple(paragraphs(self.shown))

    def sentences(self) -> Iterator[Stretch]:
        """Yield where its sentences stand."""
        for start, end in self.paragraphs:
            yield from sentences(self.shown, start, end)

    @cached_property
    def _map(self) -> TextMap:
        return self.scalar.find_map()

    def span(self, start: int, end: int) -> Span:
        """Return the place in the content file of the characters from `start` up to `end`."""
        return self._map.locate(start, end)
