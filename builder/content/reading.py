"""What reading a document takes along: the project, the ids met so far, and the diagnostics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from builder.content.claim_book import ClaimBook
from builder.content.nodes import Scalar
from builder.diagnostics import Diagnostics, Span
from builder.markup import Locate, TextMap, parse_cited_items, parse_inlines, parse_prose
from builder.markup.labels import CLAIM
from builder.model.claims import ClaimUse
from builder.model.inline import CitedItem, Inlines
from builder.model.prose import Prose
from builder.world import World


@dataclass(slots=True)
class Reading:
    """One content file being read.

    Attributes:
        file: its path from the root.
        claims: to be inserted in what is read from now on.
        inside: the kinds of the blocks around what is being read, outermost first.
        path: of the section or block that is being read, or a name such as `abstract`.
        ids: where each was first given. data_files: those that were read, by their paths from the root.
    """

    world: World
    file: str
    diagnostics: Diagnostics
    claims: ClaimBook
    inside: tuple[str, ...] = ()
    path: str = ""
    ids: dict[str, Span] = field(default_factory=dict)
    data_files: dict[str, None] = field(default_factory=dict)

    def at(self, path: str) -> Reading:
        """Return the same for what stands at `path`."""
        return replace(self, path=path)

    def inlines(self, scalar: Scalar | None) -> Inlines:
        """Return a value's inline Markdown; nothing for none."""
        if scalar is None or scalar.is_null:
            return ()
        locate = _locate_in(scalar)
        self.claims.check_braces(scalar.value, locate)
        return parse_inlines(scalar.value, locate, self.diagnostics, self._insert)

    def figure(self, scalar: Scalar) -> tuple[Inlines, tuple[CitedItem, ...]]:
        """Return a value that is set large, and the works behind the claims in it, which are cited elsewhere."""
        sources: list[CitedItem] = []

        def insert(claim: str, part: str, span: Span) -> Inlines:
            found = self.claims.claims.get(claim)
            sources.extend(found.source if found and not part else ())
            return self.claims.insert(ClaimUse(claim, part, self.path, span, as_text=True), cite=False)

        locate = _locate_in(scalar)
        self.claims.check_braces(scalar.value, locate)
        return parse_inlines(scalar.value, locate, self.diagnostics, insert), tuple(sources)

    def line(self, scalar: Scalar | None) -> str:
        """Return a value as plain text on one line with the claims in it; empty for none."""
        if scalar is None or "{" not in scalar.value:
            return read_line(scalar)
        locate = _locate_in(scalar)
        self.claims.check_braces(scalar.value, locate)
        return " ".join(self.claims.insert_in_line(scalar.value, locate, self.path).split())

    def datum(self, scalar: Scalar) -> str:
        """Return a value of data as text on one line; of a claim alone, its number without the unit."""
        alone = CLAIM.fullmatch(scalar.value.strip())
        claim = self.claims.claims.get(alone["claim"]) if alone else None
        line = self.line(scalar)
        return claim.number_text if alone and claim and claim.number_text and not alone["part"] else line

    def prose(self, scalar: Scalar | None, *, footnotes: bool = False) -> Prose:
        """Return a value's Markdown, which may have `footnotes` or not; nothing for none."""
        if scalar is None or scalar.is_null:
            return ()
        locate = _locate_in(scalar)
        self.claims.check_braces(scalar.value, locate)
        return parse_prose(scalar.value, locate, self.diagnostics, self._insert, footnotes=footnotes)

    def _insert(self, claim: str, part: str, span: Span) -> Inlines:
        return self.claims.insert(ClaimUse(claim, part, self.path, span, as_text=True))

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
