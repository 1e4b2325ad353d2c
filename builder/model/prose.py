"""Prose nodes: what a `text` block and speaker notes are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from builder.diagnostics import Span
from builder.model.inline import Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; what is `aside` is printed and not spoken, such as the footnotes among speaker notes."""

    content: Inlines
    span: Span
    aside: bool = False


@dataclass(frozen=True, slots=True)
class ProseList:
    """A list inside prose; `start` is the first number of an ordered one, None for bullets."""

    items: tuple[Prose, ...]
    start: int | None
    span: Span


ProseNode: TypeAlias = Paragraph | ProseList
Prose: TypeAlias = tuple[ProseNode, ...]
