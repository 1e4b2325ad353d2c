"""From sections to slides: the rules of DESIGN, section 3, as cases."""

from typing import Any

import pytest

from builder.compose.outline import plan_slides
from builder.compose.plan import SlidePlan
from builder.model.block import Output, PageBreak, Points, Table
from builder.model.document import Abbreviation, DeckSettings, Section
from builder.model.inline import Link, plain_text
from builder.model.prose import Paragraph
from tests.deck.samples import (
    SPAN,
    block,
    callout,
    cards,
    chart,
    columns,
    figure,
    points,
    quote,
    reference,
    resolved,
    section,
    slide,
    stats,
    steps,
    table,
    text,
    timeline,
)

ITEM = ("Title", "text")


def plans(*sections: Section, **fields: Any) -> tuple[SlidePlan, ...]:
    """Return the plans of a document, without its title slide."""
    first, *rest = plan_slides(resolved(*sections, **fields))
    assert (first.key, first.layouts) == ("title", ("title",))
    return tuple(rest)


def notes_of(plan: SlidePlan) -> str:
    return " ".join(plain_text(node.content) for node in plan.notes if isinstance(node, Paragraph))


def shown(plan: SlidePlan) -> tuple[str, str, str, str]:
    """Return layout, title, the numbers of its blocks within their section, and notes."""
    numbers = " ".join(
        item.path.partition("/content/")[2].replace("/slide/content/", ".") for item in plan.blocks
    )
    return plan.layouts[0], plain_text(plan.title), numbers, notes_of(plan)


def one_table(**fields: Any) -> Table:
    return table(["A"], [["1"]], **fields)


# Sections in; (layout, title, blocks, notes) of each slide out.
CASES = {
    "one slide for points, stats, callout and quote": (
        section("T", points("a"), stats(("1", "b")), callout("c"), quote("d"), headline="H"),
        [("content-above", "H", "0 1 2 3", "")],
    ),
    "points alone": (section("T", points("a"), headline="H"), [("content", "H", "0", "")]),
    "stats alone": (section("T", stats(("1", "b"))), [("stats", "T", "0", "")]),
    "a quotation alone": (section("T", quote("d")), [("quotation", "T", "0", "")]),
    "a callout alone": (section("T", callout("d")), [("blank", "T", "0", "")]),
    "each of the others starts a slide": (
        section(
            "T", points("a"), one_table(caption="Tab"), steps(ITEM), cards(ITEM), timeline(("2020", *ITEM)),
            headline="H",
        ),
        [
            ("content", "H", "0", ""), ("table", "Tab", "1", ""), ("steps", "H", "2", ""), ("cards", "H", "3", ""),
            ("timeline", "H", "4", ""),
        ],
    ),
    "what flows does not join a slide of another kind": (
        section("T", one_table(), points("a"), callout("b")),
        [("table", "T", "0", ""), ("content-above", "T", "1 2", "")],
    ),
    "a chart stands beside the points before it": (
        section("T", points("a"), chart(caption="C"), headline="H"), [("two-columns", "H", "0 1", "")],
    ),
    "a figure stands beside the points before it": (
        section("T", points("a"), points("b"), figure()), [("two-columns", "T", "0 1 2", "")],
    ),
    "a chart does not stand beside other things": (
        section("T", points("a"), callout("b"), chart(caption="C")),
        [("content-above", "T", "0 1", ""), ("chart", "C", "2", "")],
    ),
    "a second chart has a slide of its own": (
        section("T", points("a"), chart(), chart(caption="C")),
        [("two-columns", "T", "0 1", ""), ("chart", "C", "2", "")],
    ),
    "a chart before points is alone": (
        section("T", chart(caption="C"), points("a")), [("chart", "T", "0", ""), ("content", "T", "1", "")],
    ),
    "layout on a block decides": (
        section("T", points("a"), chart(caption="C", layout="chart"), points("b", layout="blank"), callout("c")),
        [("content", "T", "0", ""), ("chart", "C", "1", ""), ("blank", "T", "2 3", "")],
    ),
    "a block's own title begins a slide": (
        section("T", points("a"), points("b", title="B"), headline="H"),
        [("content", "H", "0", ""), ("content", "B", "1", "")],
    ),
    "a callout's title is its heading": (
        section("T", points("a"), callout("b", title="B"), headline="H"), [("content-above", "H", "0 1", "")],
    ),
    "title before headline, headline before caption, caption before headline again": (
        section("T", one_table(title="A", caption="B"), one_table(caption="C"), one_table(), headline="H"),
        [("table", "A", "0", ""), ("table", "C", "1", ""), ("table", "H", "2", "")],
    ),
    "on the first slide the headline stands before the caption": (
        section("T", one_table(caption="C"), headline="H"), [("table", "H", "0", "")],
    ),
    "a caption names a shared slide that is not the first": (
        section("T", one_table(), points("a"), chart(caption="C"), headline="H"),
        [("table", "H", "0", ""), ("two-columns", "C", "1 2", "")],
    ),
    "a section without a headline uses its title": (section("T", points("a")), [("content", "T", "0", "")]),
    "two columns": (section("T", columns([points("a")], [chart()])), [("two-columns", "T", "0", "")]),
    "three columns have no two halves": (
        section("T", columns([points("a")], [points("b")], [points("c")])), [("content", "T", "0", "")],
    ),
    "prose goes to the slide that follows, at the end to the last": (
        section("T", text("one"), points("a"), text("two"), one_table(caption="C"), text("three"), text("four")),
        [("content", "T", "1", "one"), ("table", "C", "3", "two three four")],
    ),
    "notes come first, in order, prose follows": (
        section(
            "T", text("prose"), points("a", notes="block"), text("more", notes="of the text"),
            callout("b", notes="callout"), notes="section",
        ),
        [("content-above", "T", "1 3", "section block of the text callout prose more")],
    ),
    "notes of the section go with its first slide": (
        section("T", one_table(notes="a"), one_table(notes="b"), notes="s"),
        [("table", "T", "0", "s a"), ("table", "T", "1", "b")],
    ),
    "text alone makes a statement": (section("T", text("prose"), headline="H"), [("section", "H", "", "prose")]),
    "nothing makes a statement too": (section("T", headline="H", notes="n"), [("section", "H", "", "n")]),
    "what only the report shows is left out": (
        section("T", points("a"), one_table(only=Output.REPORT), text("prose", only=Output.REPORT), callout("b")),
        [("content-above", "T", "0 3", "")],
    ),
    "what only the deck shows is there": (
        section("T", points("a", only=Output.DECK), text("prose", only=Output.DECK)), [("content", "T", "0", "prose")],
    ),
    "page breaks are the report's": (
        section("T", points("a"), block(PageBreak), callout("b")), [("content-above", "T", "0 2", "")],
    ),
    "a slide by hand stands alone": (
        section("T", points("a"), slide(points("b"), title="S", notes="n"), callout("c"), headline="H"),
        [("content", "H", "0", ""), ("content", "S", "1.0", "n"), ("blank", "H", "2", "")],
    ),
    "a slide by hand without a title": (
        section("T", slide(points("a")), slide(one_table(caption="C")), headline="H"),
        [("content", "H", "0.0", ""), ("table", "C", "1.0", "")],
    ),
    "a slide by hand has the layout that it asks for": (
        section("T", slide(points("a"), points("b"), layout="comparison")), [("comparison", "T", "0.0 0.1", "")],
    ),
    "a slide by hand has the layout of its content": (
        section(
            "T", slide(chart()), slide(points("a"), chart()), slide(points("a"), callout("b")),
            slide(stats(("1", "a"))), slide(one_table()), slide(columns([points("a")], [points("b")])),
        ),
        [
            ("chart", "T", "0.0", ""), ("two-columns", "T", "1.0 1.1", ""), ("content-above", "T", "2.0 2.1", ""),
            ("stats", "T", "3.0", ""), ("table", "T", "4.0", ""), ("two-columns", "T", "5.0", ""),
        ],
    ),
    "a slide by hand uses the layout of a block in it": (
        section("T", slide(points("a", layout="quotation"))), [("quotation", "T", "0.0", "")],
    ),
    "a slide by hand leaves out what only the report shows": (
        section("T", slide(points("a"), points("b", only=Output.REPORT))), [("content", "T", "0.0", "")],
    ),
    "notes of blocks inside others": (
        section(
            "T", slide(points("a", notes="in"), notes="slide"),
            columns([points("a", notes="l")], [points("b", notes="r")]),
        ),
        [("content", "T", "0.0", "slide in"), ("two-columns", "T", "1", "l r")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES)
def test_sections_become_slides(given, expected):
    assert [shown(plan) for plan in plans(given)] == expected


def test_only_decides_over_sections():
    hidden = section("Report", points("a"), only=Output.REPORT)
    below = section("Below", points("a"), only=Output.REPORT)
    kept = section("Deck", points("b"), only=Output.DECK, sections=(below, section("Kept", points("c"))))
    assert [plain_text(plan.title) for plan in plans(hidden, kept)] == ["Deck", "Kept"]


def test_columns_leave_out_what_only_the_report_shows():
    [plan] = plans(section("T", columns([points("a"), points("b", only=Output.REPORT)], [points("c")])))
    [shown_columns] = plan.blocks
    assert [[item.path[-1] for item in part.content] for part in shown_columns.parts] == [["0"], ["0"]]


def test_the_order_of_slides():
    given = section("S", points("a"), headline="H")
    found = plans(
        given,
        key_messages=("One",),
        deck=DeckSettings(agenda=True, dividers=True, abbreviations=True),
        abbreviations=(Abbreviation("CRS", "cytokine release syndrome", SPAN),),
        references=(reference("Liu2020", 1),),
    )
    assert [(plan.layouts[0], plain_text(plan.title)) for plan in found] == [
        ("content", "Key messages"), ("content", "Agenda"), ("section", "S"), ("content", "H"),
        ("references", "References"), ("table", "Abbreviations"),
    ]  # fmt: skip


def test_what_is_not_asked_for_is_not_there():
    found = plans(
        section("S", points("a")), abbreviations=(Abbreviation("CRS", "cytokine release syndrome", SPAN),)
    )
    assert [plain_text(plan.title) for plan in found] == ["S"]


def test_the_abstract_is_the_title_slides_notes():
    title, *_ = plan_slides(resolved(section("S", points("a")), title="Talk", abstract=("In short.",)))
    assert notes_of(title) == "In short."
    assert plain_text(title.title) == "Talk"


def test_the_agenda_leads_to_the_sections_that_the_deck_shows():
    sections = (
        section("One", points("a")),
        section("Two", points("b"), only=Output.REPORT),
        section("Three", id="sec-3"),
    )
    agenda = plans(*sections, deck=DeckSettings(agenda=True))[0]
    [block_] = agenda.blocks
    assert isinstance(block_, Points)
    links = [point.content[0] for point in block_.points]
    assert [(link.href, plain_text(link.content)) for link in links if isinstance(link, Link)] == [
        ("#sections-0", "One"),
        ("#sec-3", "Three"),
    ]


def test_an_agenda_of_nothing_is_left_out():
    assert plans(section("One", only=Output.REPORT), deck=DeckSettings(agenda=True)) == ()


def test_works_that_only_the_report_cites_are_not_on_slides():
    entries = reference("A", 1, outputs=frozenset({Output.REPORT})), reference("B", 2)
    *_, references = plans(section("S", points("a")), references=entries)
    assert [entry.key for entry in references.blocks[0].entries] == ["B"]


def kickers(*sections: Section) -> list[str]:
    return [plain_text(plan.kicker) for plan in plans(*sections)]


def test_a_section_stands_above_its_headline():
    assert kickers(section("T", points("a"), one_table(caption="C"), headline="H")) == ["T", "T"]


def test_a_section_does_not_stand_above_its_own_title():
    assert kickers(section("T", points("a"), one_table(caption="C"))) == ["", "T"]


def test_the_parent_stands_above_the_headline_of_a_subsection():
    leaf = section("Leaf", points("a"), headline="L")
    child = section("Child", points("b"), headline="C", sections=(leaf,))
    assert kickers(section("Top", points("c"), headline="H", sections=(child,))) == ["Top", "Top", "Child"]


def test_subsections_belong_to_the_outermost_section():
    child = section("Child", points("b"), sections=(section("Leaf", points("a")),))
    assert [plan.section for plan in plans(section("Top", points("c"), sections=(child,)))] == ["Top"] * 3


def test_subsections_behave_like_sections():
    child = section("Child", text("prose"), points("b"), one_table(caption="C"), headline="H", notes="n")
    found = plans(section("Top", points("a"), sections=(child,)))
    assert [(*shown(plan)[:2], notes_of(plan)) for plan in found] == [
        ("content", "Top", ""), ("content", "H", "n prose"), ("table", "C", ""),
    ]  # fmt: skip


def test_layouts_are_tried_from_the_roomiest():
    given = section("S", points("a"), one_table(), quote("b"), points("c", layout="content-compact"))
    assert [plan.layouts for plan in plans(given)] == [
        ("content", "content-compact"), ("table", "table-compact"), ("quotation",), ("content-compact",),
    ]  # fmt: skip


def test_a_chart_that_does_not_fit_beside_points_has_its_own_slide_instead():
    [plan] = plans(section("T", text("prose"), points("a"), chart(caption="C", id="fig"), headline="H"))
    assert [shown(part) for part in plan.fallback] == [
        ("content", "H", "1", "prose"),
        ("chart", "C", "2", ""),
    ]
    assert plan.anchors == ("sections-0", "sections-0-content-1", "fig")
    assert [part.anchors for part in plan.fallback] == [("sections-0", "sections-0-content-1"), ("fig",)]


def test_keys_are_unique():
    child = section("T", points("a"))
    found = plans(
        section("T", points("a"), one_table(), sections=(child,)),
        section("T"),
        deck=DeckSettings(dividers=True),
    )
    assert len({plan.key for plan in found}) == len(found)


def test_anchors_lead_to_sections_and_blocks():
    found = plans(
        section("T", points("a"), one_table(id="tbl"), id="sec", sections=(section("U", id="sub"),))
    )
    assert [plan.anchors for plan in found] == [("sec", "sections-0-content-0"), ("tbl",), ("sub",)]


def test_prose_in_columns_goes_to_the_notes():
    [plan] = plans(section("T", columns([text("left"), points("a")], [points("b"), text("right")])))
    [kept] = plan.blocks
    assert (plan.layouts[0], notes_of(plan)) == ("two-columns", "left right")
    assert [[type(item).__name__ for item in part.content] for part in kept.parts] == [["Points"], ["Points"]]


def test_the_one_column_that_prose_leaves_is_a_slide_like_any_other():
    [plan] = plans(section("T", columns([text("left")], [chart()], title="C")))
    assert (plan.layouts[0], plain_text(plan.title), notes_of(plan)) == ("chart", "C", "left")
    assert [type(item).__name__ for item in plan.blocks] == ["Chart"]


def test_columns_of_prose_alone_make_no_slide_of_their_own():
    [plan] = plans(section("T", columns([text("left")], [text("right")]), points("a")))
    assert (shown(plan)[0], notes_of(plan)) == ("content", "left right")


def test_prose_on_a_slide_by_hand_stays_there():
    [plan] = plans(section("T", slide(text("shown"), points("a"))))
    assert [type(item).__name__ for item in plan.blocks] == ["TextBlock", "Points"]
    assert notes_of(plan) == ""


def test_columns_that_do_not_fit_have_their_own_slides_instead():
    [plan] = plans(section("T", columns([points("a")], [chart(caption="C")], title="Both"), headline="H"))
    assert [(part.layouts[0], plain_text(part.title)) for part in plan.fallback] == [
        ("content", "Both"),
        ("chart", "Both"),
    ]


@pytest.mark.parametrize(
    "made",
    [slide(points("a"), chart(), continues=False), columns([points("a")], [points("b")], continues=False)],
)
def test_what_must_not_continue_has_no_other_slides(made):
    [plan] = plans(section("T", made))
    assert plan.whole
    assert plan.fallback == ()
    assert not any(item.continues for item in plan.blocks)
