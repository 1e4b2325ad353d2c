import pytest

from builder.model.block import Callout, CalloutKind, Output, Steps
from builder.model.inline import Emphasis, ReferenceLink, Text


def link(outcome, place=-1):
    content = outcome.require().document.sections[0].content
    return content[place].prose[0].content[0]


@pytest.mark.parametrize(
    ("kind", "said"), [("figure", "Figure 1"), ("chart", "Figure 1"), ("table", "Table 1")]
)
def test_the_kind_of_the_block_decides_the_word(draft, inlines, kind, said):
    draft.write(
        "a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle r="9"/></svg>'
    )
    outcome = draft.resolve(getattr(draft, kind)(id="it"), draft.text(inlines.reference("it")))
    assert outcome.diagnostics == ()
    assert link(outcome) == ReferenceLink(said, "it")


def test_sections_are_named_by_their_number(draft, inlines):
    inner = draft.section(id="limits")
    section = draft.section(draft.text(inlines.reference("limits")), sections=(inner,))
    assert link(draft.resolve(section)) == ReferenceLink("Section 1.1", "limits")


def test_other_blocks_are_named_by_their_title_or_kind(draft, inlines):
    title = (Text("Why "), Emphasis((Text("now"),)))
    callout = draft.block(Callout, kind=CalloutKind.NOTE, prose=(), title=title, id="why")
    steps = draft.block(Steps, items=(), id="how")
    assert link(draft.resolve(callout, draft.text(inlines.reference("why")))) == ReferenceLink(
        "“Why now”", "why"
    )
    assert link(draft.resolve(steps, draft.text(inlines.reference("how")))) == ReferenceLink("steps", "how")


def test_an_unknown_label_is_reported_with_the_nearest_one(draft, inlines):
    outcome = draft.resolve(draft.table(id="tbl-trials"), draft.text(inlines.reference("tbl-trial")))
    (found,) = outcome.diagnostics
    assert (found.code, found.span) == ("B206", inlines.span)
    assert found.message == "cross-reference to unknown label 'tbl-trial'"
    assert found.help == "did you mean '@tbl-trials'?"
    assert link(outcome) == Text("@tbl-trial", inlines.span)


def test_a_citation_key_outside_brackets_gets_its_own_help(draft, inlines):
    (found,) = draft.resolve(draft.text(inlines.reference("Liu2020"))).diagnostics
    assert found.help == "to cite this work, write '[@Liu2020]'"


def test_ids_that_no_author_gave_are_no_labels(draft, inlines):
    table = draft.table()
    (found,) = draft.resolve(table, draft.text(inlines.reference(table.id))).diagnostics
    assert found.code == "B206"


def test_the_report_cannot_point_to_what_only_the_deck_shows(draft, inlines):
    table = draft.table(id="tbl-x", only=Output.DECK, caption=(Text("Doses"),))
    (found,) = draft.resolve(table, draft.text(inlines.reference("tbl-x"))).diagnostics
    assert found.code == "B206"
    assert "which the report does not show" in found.message
    in_the_deck = draft.resolve(table, draft.text(inlines.reference("tbl-x"), only=Output.DECK))
    assert in_the_deck.diagnostics == ()
    assert link(in_the_deck) == ReferenceLink("“Doses”", "tbl-x")


def test_every_fault_is_reported_in_one_run(draft, inlines):
    outcome = draft.resolve(
        draft.text(inlines.reference("fig-a"), inlines.cite("Nobody1999"), inlines.reference("fig-b")),
        draft.figure("none.svg"),
        csl="vancuver",
    )
    assert sorted(found.code for found in outcome.diagnostics) == ["B206", "B206", "B501", "B510", "B514"]
