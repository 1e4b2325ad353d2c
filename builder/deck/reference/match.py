"""Propose which layout of a reference deck each layout of the vocabulary goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from builder.deck.reference.model import FOOTERS, ReferenceDeck, ReferenceLayout
from builder.deck.reference.wants import WANTS, Want
from builder.diagnostics import Diagnostic, Diagnostics, Outcome, Severity, Span
from builder.diagnostics.suggest import suggest
from builder.model.document import LayoutChoice


class Reason(Enum):
    """Why a layout was proposed; the values are shown to people."""

    CHOICE = "as chosen"
    TYPE = "by its type"
    NAME = "by its name"
    PLACEHOLDERS = "by its placeholders"
    STAND_IN = "stands in"


@dataclass(frozen=True, slots=True)
class Match:
    """A layout of ours, the one of the reference deck that it goes on, and why."""

    name: str
    layout: ReferenceLayout
    reason: Reason


def propose(
    deck: ReferenceDeck, chosen: Sequence[LayoutChoice] = (), span: Span | None = None
) -> Outcome[tuple[Match, ...]]:
    """Return a match for every layout of the vocabulary, in its order; a type counts for more than a name.

    `chosen` are the author's own matches, which count for more than all.
    Diagnostics: B313, no layout has a title; B315, a choice of what is not there.
    """
    found = Diagnostics()
    if not any(layout.has_title for layout in deck.layouts):
        found.error(
            "B313", f"no layout of '{deck.name}' has a place for a title", span,
            help="add a title placeholder in View > Slide Master; slides without titles cannot be navigated",
        )  # fmt: skip
        return found.outcome(None)
    direct = {name: match for name, want in WANTS.items() if (match := _match(name, want, deck))}
    direct |= {match.name: match for choice in chosen if (match := _choose(choice, deck, found))}
    if found.failed:
        return found.outcome(None)
    return found.outcome(tuple(direct.get(name) or _stand_in(name, direct, deck) for name in WANTS))


def _choose(choice: LayoutChoice, deck: ReferenceDeck, found: Diagnostics) -> Match | None:
    if choice.name not in WANTS:
        names = f"our layouts are {', '.join(WANTS)}"
        found.error(
            "B315",
            f"unknown layout '{choice.name}'",
            choice.name_span,
            help=suggest(choice.name, WANTS, names),
        )
        return None
    able = {layout.name: layout for layout in reversed(deck.layouts) if layout.has_title}
    if choice.layout not in able:
        listed = f"its layouts with a title are {', '.join(reversed(able))}"
        found.error(
            "B315", f"'{deck.name}' has no layout '{choice.layout}' with a title", choice.layout_span,
            help=suggest(choice.layout, able, listed),
        )  # fmt: skip
        return None
    return Match(choice.name, able[choice.layout], Reason.CHOICE)


def missing(deck: ReferenceDeck, matches: Iterable[Match], span: Span | None = None) -> Iterator[Diagnostic]:
    """Yield B314 for each match that only stands in and is not as good as what is missing."""
    for match in matches:
        if match.reason is Reason.STAND_IN and match.name in LOOKS:
            yield Diagnostic(
                "B314",
                f"'{deck.name}' has no layout for '{match.name}'; '{match.layout.name}' is used",
                span,
                f"add one in View > Slide Master: {LOOKS[match.name]}",
                severity=Severity.WARNING,
            )


LOOKS = {
    "title": "a title and a subtitle, of the type 'title'",
    "section": "a title and a line of text, of the type 'secHead'",
    "content": "a title and one place for text",
    "blank": "a title and nothing else to fill in",
    "two-columns": "a title and two places for content side by side",
    "comparison": "a title and two columns, each with a heading",
}
"""What those layouts look like that are missed where there is none; the others lose nothing on their stand-ins."""


def _match(name: str, want: Want, deck: ReferenceDeck) -> Match | None:
    able = [layout for layout in deck.layouts if want.needs(layout)]
    for kind in want.kinds:
        if typed := [layout for layout in able if layout.kind == kind]:
            return Match(name, _plainest(typed), Reason.TYPE)
    for word in want.words:
        if named := [layout for layout in able if word in layout.name.casefold()]:
            return Match(name, _plainest(named), Reason.NAME)
    untyped = [layout for layout in able if layout.kind in ("", "cust", "blank")]
    if want.alone and untyped:
        return Match(name, _plainest(untyped), Reason.PLACEHOLDERS)
    return None


def _plainest(layouts: list[ReferenceLayout]) -> ReferenceLayout:
    """Return the layout with the fewest placeholders besides those of the foot; the first of equals."""
    return min(layouts, key=lambda layout: sum(one.type not in FOOTERS for one in layout.placeholders))


def _stand_in(name: str, direct: dict[str, Match], deck: ReferenceDeck) -> Match:
    """Return the match of the best stand-in, else the first layout that has a title, which there is."""
    layout = next(
        (direct[other].layout for other in WANTS[name].stand_ins if other in direct),
        next(layout for layout in deck.layouts if layout.has_title),
    )
    return Match(name, layout, Reason.STAND_IN)
