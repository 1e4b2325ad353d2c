"""bare-citation: the id of a work in brackets without its @, which is printed as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from builder.lint.finding import Finding, found_in
from builder.lint.subject import Subject

_BRACKETS = re.compile(r"(?<![\]!^])\[(?P<inside>[^\[\]\n]{1,200})\](?![(\[])")
_PIECE = re.compile(
    r"(?P<before>\s*(?:(?:see(?: also)?|cf\.|e\.g\.,?) )?)(?P<id>[^\s,;]+)(?P<after>\s*(?:,.*)?)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Find [Liu2020] and [see Liu2020, p. 3; Marin2024] where such works are in the bibliography."""
    ids = {work.casefold(): work for work in subject.works}
    for passage in subject.passages if ids else ():
        if "[" not in passage.shown:
            continue
        for match in _BRACKETS.finditer(passage.shown):
            meant = _cited(match["inside"], ids)
            if meant:
                message = f"'{match[0]}' cites nothing and is printed as it stands"
                yield found_in(passage, *match.span(), message, f"did you mean '[{meant}]'?")


def _cited(inside: str, ids: Mapping[str, str]) -> str:
    """Return what stands in brackets as a citation; nothing where it names no work."""
    pieces = [_PIECE.fullmatch(piece) for piece in inside.split(";")]
    if not any(piece and piece["id"].casefold() in ids for piece in pieces) or None in pieces:
        return ""
    return ";".join(
        f"{piece['before']}@{ids.get(piece['id'].casefold(), piece['id'])}{piece['after']}"
        for piece in pieces
        if piece
    )
