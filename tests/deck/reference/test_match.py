"""Which layout of a reference deck each of ours goes on."""

from __future__ import annotations

from builder.deck.layouts import LAYOUTS
from builder.deck.reference.match import Match, Reason, missing, propose
from builder.deck.reference.model import ReferenceDeck, ReferenceLayout, ReferencePlaceholder
from builder.diagnostics import Severity
from builder.units import Length, Rect, Size

SLIDE = Size(Length.from_inches(10), Length.from_inches(7.5))
TITLE = ReferencePlaceholder("title", 0, "Title", Rect.from_px(50, 30, 860, 100))
FOOTER = ReferencePlaceholder("ftr", 11, "Footer", Rect.from_px(50, 680, 400, 30))


def area(idx: int, left: float, width: float, top: float = 160, height: float = 480) -> ReferencePlaceholder:
    return ReferencePlaceholder("obj", idx, f"Area {idx}", Rect.from_px(left, top, width, height))


def layout(name: str, *placeholders: ReferencePlaceholder, kind: str = "") -> ReferenceLayout:
    return ReferenceLayout(name, kind, f"{name}.xml", 1, placeholders)


def deck(*layouts: ReferenceLayout) -> ReferenceDeck:
    return ReferenceDeck("brand.pptx", SLIDE, (), layouts, 0)


def matches(*layouts: ReferenceLayout) -> dict[str, Match]:
    return {match.name: match for match in propose(deck(*layouts)).require()}


ONE = layout("Eins", TITLE, area(1, 50, 860), FOOTER)
TWO = layout("Zwei", TITLE, area(1, 50, 400), area(2, 500, 400))
NONE = layout("Nur Titel", TITLE, FOOTER)


def test_every_layout_of_the_vocabulary_has_a_match_of_its_own_or_another() -> None:
    assert set(matches(ONE)) == {name.template for name in LAYOUTS}


def test_layouts_without_types_are_told_apart_by_their_placeholders() -> None:
    found = matches(TWO, NONE, ONE)
    for name, expected in {"content": ONE, "two-columns": TWO, "blank": NONE}.items():
        assert (found[name].layout, found[name].reason) == (expected, Reason.PLACEHOLDERS)


def test_a_type_counts_for_more_than_a_name_and_a_name_for_more_than_placeholders() -> None:
    named = layout("Title and Content", TITLE, area(1, 50, 860), kind="cust")
    typed = layout("Deckblatt", TITLE, area(1, 50, 860), area(2, 50, 860), kind="obj")
    assert matches(ONE, named)["content"] == Match("content", named, Reason.NAME)
    assert matches(ONE, named, typed)["content"] == Match("content", typed, Reason.TYPE)


def test_a_type_without_the_placeholders_that_it_promises_does_not_count() -> None:
    hollow = layout("Titel und Inhalt", TITLE, kind="obj")
    assert matches(hollow, ONE)["content"].layout == ONE


def test_areas_one_above_the_other_are_no_columns() -> None:
    stacked = layout("Zwei", TITLE, area(1, 50, 860, 160, 200), area(2, 50, 860, 380, 200))
    assert matches(stacked)["two-columns"].reason is Reason.STAND_IN


def test_what_stands_in_is_told_where_it_is_not_as_good() -> None:
    diagnostics = tuple(missing(deck(ONE), matches(ONE).values()))
    assert {found.code for found in diagnostics} == {"B314"}
    assert all(found.severity is Severity.WARNING and found.help for found in diagnostics)
    told = [found.message for found in diagnostics]
    assert "'brand.pptx' has no layout for 'two-columns'; 'Eins' is used" in told
    assert not any("'timeline'" in message for message in told)
    assert len(told) == 5


def test_without_any_title_nothing_is_built() -> None:
    outcome = propose(deck(layout("Leer", area(1, 50, 860))))
    assert outcome.value is None
    assert [found.code for found in outcome.diagnostics] == ["B313"]


def test_a_stand_in_without_a_title_is_never_chosen() -> None:
    bare = layout("Leer", area(1, 50, 860))
    other = layout("Bild", TITLE, ReferencePlaceholder("pic", 1, "Bild", Rect.from_px(0, 0, 9, 9)))
    assert {match.layout for match in matches(bare, other).values()} == {other}
