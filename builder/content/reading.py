"""What reading a document takes along: the project, the ids met so far, and the diagnostics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from builder.content.nodes import Scalar
from builder.diagnostics import Diagnostics, Span
from builder.markup import Locate, TextMap, parse_cited_items, parse_inlines, parse_prose
from builder.model.inline import CitedItem, Inlines
from builder.model.prose import Prose
from builder.world import World


@dataclass(slots=True)
class Reading:
    """One content file being read.

    Attributes:
        file: its path from the root.
        inside: the kinds of the blocks around what is being read, outermost first.
        ids: where each was first given.
    """

    world: World
    file: str
    diagnostics: Diagnostics
    inside: tuple[str, ...] = ()
    ids: dict[str, Span] = field(default_factory=dict)

    def inlines(self, scalar: Scalar | None) -> Inlines:
        """Return a value's inline Markdown; nothing for none."""
        if scalar is None or scalar.is_null:
            return ()
        return parse_inlines(scalar.value, _locate_in(scalar), self.diagnostics)

    def prose(self, scalar: Scalar | None) -> Prose:
        """Return a value's Markdown; nothing for none."""
        if scalar is None or scalar.is_null:
            return ()
        return parse_prose(scalar.value, _locate_in(scalar), self.diagnostics)

    def cited(self, scalars: Iterable[Scalar] | None) -> tuple[CitedItem, ...]:
        """Return the works that `source` names, by key, with or without '@' and brackets."""
        items: list[CitedItem] = []
        for scalar in scalars or ():
            locate = _locate_in(scalar)
            text = scalar.value
            if text.startswith("[") and text.endswith("]"):
                text = " " + text[1:-1]
            items.extend(parse_cited_items(text, locate, self.diagnostics, needs_at=False))
        return tuple(items)

    def find_id(self, scalar: Scalar | None, path: str) -> str:
        """Return the author's id if it is the first of its name (else B207), or one made from `path`."""
        if scalar is not None:
            first = self.ids.setdefault(scalar.value, scalar.span)
            if first == scalar.span:
                return scalar.value
            self.diagnostics.error(
                "B207",
                f"id '{scalar.value}' is used twice",
                scalar.span,
                label=f"first in line {first.start.line}",
                help="give one of the two another id: sections and blocks share them",
            )
        return path.replace("/", "-")


def read_line(scalar: Scalar | None) -> str:
    """Return a value as plain text on one line; empty for none."""
    return "" if scalar is None or scalar.is_null else " ".join(scalar.value.split())


def _locate_in(scalar: Scalar) -> Locate:
    """Return the places of a value's characters; its map is made when the first is asked for."""
    found: list[TextMap] = []

    def locate(start: int, end: int) -> Span:
        if not found:
            found.append(scalar.find_map())
        return found[0].locate(start, end)

    return locate
