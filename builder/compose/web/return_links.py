"""The way back: each citation and each call of a footnote gets a place to which its work, or its note, leads."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from builder.model.resolved import ReferenceEntry

_LINK = re.compile(r'<a(?: class="place")? href="#(ref-[^"]*)">')
"""A link to a work, as the filter `inlines` writes it."""

_CALL = re.compile(r'<a class="place" href="#fn-([^"]*)">')
"""A call of a footnote."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class ReturnLinks:
    """The citations of one page, in the order in which `marked` met them."""

    def __init__(self, references: tuple[ReferenceEntry, ...]) -> None:
        self._works: Mapping[str, ReferenceEntry] = {str(escape(entry.anchor)): entry for entry in references}
        self._places: dict[str, list[str]] = {}

    def marked(self, html: str) -> Markup:
        """Return `html` with an id at each of them; at a citation of a work that is listed, with its short form too."""
        called = _CALL.sub(r'<a class="called" id="fnref-\1" role="doc-noteref" href="#fn-\1">', str(html))
        return Markup(_LINK.sub(self._mark, called))

    def places(self, entry: ReferenceEntry) -> tuple[tuple[str, str], ...]:
        """Return the id of each citation of a work, with the letter that stands for it: a, b, …, z, aa, …."""
        ids = self._places.get(str(escape(entry.anchor)), ())
        return tuple((place, _letter(number)) for number, place in enumerate(ids))

    def _mark(self, link: re.Match[str]) -> str:
        entry = self._works.get(link[1])
        if entry is None:
            return link[0]
        places = self._places.setdefault(link[1], [])
        places.append(f"cited-{entry.number}-{len(places) + 1}")
        marks = f'class="cited" id="{places[-1]}" role="doc-biblioref" title="{escape(entry.short)}"'
        return f'<a {marks} href="#{link[1]}">'


def _letter(number: int) -> str:
    rest, last = divmod(number, len(LETTERS))
    return (_letter(rest - 1) if rest else "") + LETTERS[last]
