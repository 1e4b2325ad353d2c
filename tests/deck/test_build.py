"""Whole decks: titles, keys, links, notes, alternative text."""

from datetime import date

import pytest

from builder.deck.build import alternative_text, build_deck
from builder.deck.model import DeckProperties, FontRole, Run, SlideLink, TableShape
from builder.model.block import Align, Column, Output
from builder.model.document import Author, DeckSettings
from builder.model.inline import Link, ReferenceLink, Text
from builder.resolve.charts.metrics import Ruler
from builder.resolve.charts.style import chart_style
from builder.theme.theme import SLOTS
from tests.deck.geometry import faults_of
from tests.deck.samples import (
    built,
    cards,
    chart,
    cite,
    clinical,
    content_slides,
    face_text,
    figure,
    find,
    leaves,
    paragraphs_of,
    points,
    reference,
    resolved,
    section,
    sentence,
    table,
    text,
    words,
    world,
)


def titles(slides):
    return [slide.title for slide in slides]


def test_the_whole_stage_gives_a_deck():
    made = resolved(section("T", points("a")), title="Talk", key_messages=("One",))
    outcome = build_deck(world(), made, clinical())
    assert outcome.diagnostics == ()
    deck = outcome.require()
    assert titles(deck.slides) == ["Talk", "Key messages", "T"]
    assert faults_of(deck) == []
    assert deck.layout("content").title == "Content"


def test_a_theme_without_a_sound_template_gives_faults():
    made = resolved(section("T", points("a", layout="poster")))
    outcome = build_deck(world(), made, clinical())
    assert outcome.value is None
    assert [fault.code for fault in outcome.diagnostics] == ["B604"]


def test_titles_that_repeat_are_numbered():
    slides = content_slides(
        section("T", points("a")), section("U", points("b")), section("T", table(["A"], [["1"]]), points("c"))
    )
    assert titles(slides) == ["T", "U", "T, continued 2/3", "T, continued 3/3"]
    assert find(slides[2], "Title").text.paragraphs[0].runs[0].text == "T, continued 2/3"


def test_the_title_slide_counts_among_titles():
    deck = built(section("Talk", points("a")), title="Talk")
    assert titles(deck.slides) == ["Talk", "Talk, continued 2/2"]


def test_keys_are_stable_and_unique():
    long = points(*[f"{n}. {sentence(8)}" for n in range(24)])
    slides = content_slides(section("T", long, table(["A"], [["1"]])))
    first, *more, last = [slide.key for slide in slides]
    assert first == "sections/0/content/0"
    assert more == [f"sections/0/content/0#{n}" for n in range(2, len(more) + 2)]
    assert last == "sections/0/content/1"


def links(slide):
    return {
        run.text: run.link for shape in leaves(slide.shapes) for node in paragraphs_of(shape) for run in node.runs
        if isinstance(run, Run) and run.link
    }  # fmt: skip


def test_references_lead_to_the_slide_that_shows_their_target():
    target = table(["A"], [["1"]], id="tbl-x")
    pointer = points(
        (Text("See "), ReferenceLink("Table 1", "tbl-x"), Text(" and "), Link("#sec-b", words("B")))
    )
    slides = content_slides(section("A", pointer), section("B", points("b"), target, id="sec-b"))
    assert links(slides[0]) == {
        "Table\u00a01": SlideLink("sections/1/content/1"),
        "B": SlideLink("sections/1/content/0"),
    }


def test_a_target_that_continues_is_its_first_slide():
    rows = [[f"{n}", sentence(12), sentence(12)] for n in range(16)]
    pointer = points((ReferenceLink("Table 1", "tbl-x"),))
    slides = content_slides(section("A", table(["A", "B", "C"], rows, id="tbl-x"), pointer))
    assert links(slides[-1]) == {"Table\u00a01": SlideLink("sections/0/content/0")}


def test_the_agenda_leads_to_sections():
    [agenda, *_] = content_slides(
        section("A", points("a")), section("B", points("b")), deck=DeckSettings(agenda=True)
    )
    assert links(agenda) == {"A": SlideLink("sections/0/content/0"), "B": SlideLink("sections/1/content/0")}


def test_what_the_deck_does_not_show_is_no_target():
    pointer = points((ReferenceLink("Table 1", "tbl-x"),))
    hidden = table(["A"], [["1"]], id="tbl-x", only=Output.REPORT)
    assert links(content_slides(section("A", pointer, hidden))[0]) == {}


def test_notes_are_those_of_the_plan():
    [only] = content_slides(section("T", text("prose"), points("a", notes="b"), notes="s"))
    assert [run.text for node in only.notes for run in node.runs] == ["s", "b", "prose"]


def test_slides_know_their_section_and_blocks():
    child = section("Child", table(["A"], [["1"]]))
    slides = content_slides(section("Top", points("a"), sections=(child,)), references=[reference("K", 1)])
    assert [(slide.section, slide.blocks) for slide in slides] == [
        ("Top", ("sections/0/content/0",)),
        ("Top", ("sections/0/sections/0/content/0",)),
        ("References", ("references",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("block", "alt"),
    [
        (figure(alt="A receptor"), "A receptor"),
        (table(["A"], [["1"]], alt="Own", caption="C"), "Own"),
        (table(["A"], [["1"]], caption="C", title="T"), "C"),
        (table(["A"], [["1"]], title="T"), "T"),
        (table(["A"], [["1"]]), "Table"),
        (points("a"), ""),
    ],
)
def test_alternative_text(block, alt):
    assert alternative_text(block) == alt


def test_every_picture_chart_and_table_has_alternative_text():
    blocks = points("a"), chart(alt="Bars"), figure(alt="A receptor"), table(["A"], [["1"]], caption="Tab")
    slides = content_slides(section("T", *blocks))
    alts = [
        shape.alt
        for slide in slides
        for shape in leaves(slide.shapes)
        if shape.block and type(shape).__name__ != "PlaceholderText"
    ]
    assert alts == ["Bars", "A receptor", "Tab"]


def test_no_placeholder_is_empty_on_the_barest_deck():
    deck = built(section("T"))
    assert [shape.name for shape in deck.slides[0].shapes] == ["Title"]
    assert [shape.name for shape in deck.slides[1].shapes] == ["Title", "Footer", "Slide number"]


def test_the_deck_has_the_themes_colours_and_fonts():
    deck = built(section("T"))
    assert set(deck.theme.colors) == set(SLOTS)
    assert deck.theme.colors["dk2"] == "0B324A"
    assert {font.role: font.name for font in deck.theme.fonts} == {
        FontRole.HEADINGS: "Cambria", FontRole.BODY: "Calibri", FontRole.MONOSPACE: "Courier New",
    }  # fmt: skip


def test_the_deck_has_the_documents_properties():
    deck = built(
        section("T"), title="Talk", subtitle="Sub", authors=(Author("A. One", "Here"), Author("B. Two")),
        keywords=("x", "y"), lang="en-GB", date=date(2026, 11, 22), edition="2026-11-22",
    )  # fmt: skip
    assert deck.properties == DeckProperties(
        "Talk", "Sub", "A. One; B. Two", "x; y", "en-GB", date(2026, 11, 22), "2026-11-22"
    )


def test_reading_order_is_title_kicker_content_foot():
    [only] = content_slides(section("T", points("a"), headline="H"))
    assert face_text(only)[:3] == ["H", "T", "a"]
    assert [shape.name for shape in only.shapes][-3:] == ["Footer", "Page of the briefing", "Slide number"]


def test_slides_of_four_by_three():
    deck = built(
        section("T", points(*[sentence(8)] * 4), table(["A", "B"], [["1", "2"]])),
        deck=DeckSettings(size="4:3"),
    )
    assert (deck.size.width.inches, deck.size.height.inches) == (10, 7.5)
    assert faults_of(deck) == []


def test_cards_beside_each_other_are_equally_high():
    shown = content_slides(section("T", cards(("A", sentence(3)), ("B", sentence(12)))))[0]
    heights = {shape.rect.height for shape in leaves(shown.shapes) if shape.name.startswith("Card")}
    assert len(heights) == 1


def test_citations_stay_on_the_line_of_their_word():
    """Pango sees a place to break between a full stop and a figure."""
    items = [(Text(f"{sentence(length)}."), cite("K"), Text(f" {sentence(9)}")) for length in range(3, 40, 2)]
    slides = content_slides(section("T", points(*items)), references=[reference("K", 1)])
    bodies = [find(slide, "Text") for slide in slides if slide.layout.startswith("content")]
    lines = [line for body in bodies for node in paragraphs_of(body) for line in node.line_texts]
    assert sum(".1" in line for line in lines) == 19
    assert not [line for line in lines if line.startswith("1 ")]


def test_decimal_points_of_a_column_meet():
    """Why by advances: what stands right of the point, and the margin after it, take the same width everywhere."""
    numbers = ("0.53", "12.5", "-101", "7.125")
    columns = ("Arm", Column(words("Hazard"), Align.DECIMAL))
    rows = [[letter, number] for letter, number in zip("ABCD", numbers, strict=True)]
    (slide,) = content_slides(section("T", table(columns, rows)))
    shown = next(shape for shape in leaves(slide.shapes) if isinstance(shape, TableShape))
    cells = [cell for cell in shown.cells if cell.column == 1 and not cell.header]
    figure_pt = Ruler(chart_style(clinical(), 16)).width("0").pt
    point_pt = Ruler(chart_style(clinical(), 16)).width(".").pt
    ends = []
    for cell, number in zip(cells, numbers, strict=True):
        _, point, fraction = number.partition(".")
        ends.append(cell.text.insets.right.pt + figure_pt * len(fraction) + point_pt * bool(point))
    assert max(ends) - min(ends) < figure_pt / 3
    assert cells[2].text.insets.right.pt - cells[3].text.insets.right.pt > 3 * figure_pt
